"""A local Discord on loopback: the HTTP API and the gateway that the unmodified discord.py client talks to.

`server.Playground` starts it, `people.Person` acts in it as a person would, `faults.Faults` breaks it.
It knows nothing of the bot. What it does not know, it refuses loudly.
"""
