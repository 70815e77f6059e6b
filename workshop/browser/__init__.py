"""The terminal app in a page of a browser on this computer, for those who project a browser."""
