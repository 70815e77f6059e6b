"""Documents that can be sent as they are: minutes and plans in Word."""
