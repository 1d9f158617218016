"""Every key of business.yaml, declared once: reader, editor schema and reference page all come from here."""
