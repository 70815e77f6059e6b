"""How many have to answer before anything is told of their answers."""

# Among fewer, whoever knows the others could tell who answered what.
FEWEST = 5
