"""Material: interface texts and local forms of dates, times, prices, phones and addresses."""
