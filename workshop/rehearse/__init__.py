"""A whole meeting played with simulated phones over real HTTP, and a recount of everything."""
