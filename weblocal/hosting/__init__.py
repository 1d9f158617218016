"""Edge: the Host protocol with folder and git branch."""
