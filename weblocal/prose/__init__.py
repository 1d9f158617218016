"""Material: the owner's Markdown to safe HTML and plain text, one dialect for pages, mails and print."""
