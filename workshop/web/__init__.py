"""The participants' phones, the facilitator's desk and the mirror of the stage, as web pages."""
