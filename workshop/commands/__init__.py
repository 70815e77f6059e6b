"""What can be typed after `workshop`: each command reads its options and passes on."""
