"""Edge: the Transport protocol with outbox folder, SMTP and SendGrid; MIME."""
