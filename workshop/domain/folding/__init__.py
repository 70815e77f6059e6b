"""What each fact makes of a meeting; `fold` puts them one after another."""
