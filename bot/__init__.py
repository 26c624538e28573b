"""Dépêche answers questions about one news article, and says what the article does not tell.

A message, slash command or terminal line enters by a door (`doors`),
which turns it into a plain question and hands it to `service`.
`answering.question` reads it into a frame: language, entities, concepts, figures, years.
`answering.match` ranks the facts of the base, `answering.guard` holds each against the frame,
`answering.decide` picks an outcome: answer, suggest, decline or small talk.
`answering.reply` puts the outcome into words, which the door then draws.
Facts and lexicon live in `facts/`; the sentences that are no facts live in `locales`.
"""

__version__ = "0.1.0"
