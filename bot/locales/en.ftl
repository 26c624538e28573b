# What the bot says in English. Facts stand in facts/.

opener-yes = Yes.
opener-no = No.
opener-si = Yes.

paragraph = In the article: { $places }.

suggest = I am not sure I understand. Did you mean:
offer = The article does answer this:

missing-off-subject = That is not what the article is about: it deals with OpenAI, its rivals, its chips and its investors.
missing-name = The article does not mention { $name }.
missing-attribute = The article does not give { $what }.
missing-attribute-of = The article does not give { $what } { $of }.
missing-attribute-off-subject = The article says nothing on this subject: { $what }.
missing-kind = { $kind ->
    [amount] The article does not give the amount.
    [count] The article does not give the number.
    [share] The article does not give the share.
    [date] The article does not give the date.
    [duration] The article does not say how long.
    [person] The article does not say who.
    [organisation] The article does not say which organisation.
    [place] The article does not say where.
    [reason] The article does not say why.
    [purpose] The article does not say what for.
   *[other] The article does not say.
}
missing-kind-of = { $kind ->
    [amount] The article does not give that amount for { $name }.
    [count] The article does not give that number for { $name }.
    [share] The article does not give that share for { $name }.
    [date] The article does not give that date for { $name }.
    [duration] The article does not say how long, for { $name }.
    [person] The article does not say who that is, for { $name }.
    [organisation] The article does not say which organisation that is, for { $name }.
    [place] The article does not say where, for { $name }.
    [reason] The article does not say why, for { $name }.
    [purpose] The article does not say what for, for { $name }.
   *[other] The article does not say, for { $name }.
}
missing-year = The article gives nothing for { $years } on this.
missing-reversed = The article does not say that: it speaks of the other direction.
missing-pair = The article says nothing of the kind about { $first } and { $second }.
missing-detail = The article does not say.
missing-detail-of = The article does not say that about { $name }.

third-language = I only answer in French and English. · Je ne réponds qu'en français et en anglais.

smalltalk-hello = Hello! Ask me something about the article.
smalltalk-how-are-you = Very well, thank you! A question about the article?
smalltalk-thanks = You're welcome!
smalltalk-goodbye = See you!
smalltalk-who-are-you = I am Dépêche, a bot: I answer questions about one news article, and say so when it does not.
smalltalk-what-can-you-do = I answer questions about the article (OpenAI, its chips, its rivals, its investors), in French or English, and say what it does not tell.
smalltalk-are-you-human = No, I am a bot: I answer from facts drawn from an article.
smalltalk-who-made-you = A small team built me; my answers come from a single article.
smalltalk-insult = Sorry I was no help. Put the question another way and I will try again.
smalltalk-compliment = Thank you, that is kind!
smalltalk-laugh = 😄 A question about the article?
smalltalk-apology = No worries!
smalltalk-agreement = All right. Another question about the article?
smalltalk-test = I am here. Ask me something about the article.
smalltalk-love = How kind! I am only a bot, but I answer gladly.
smalltalk-sing-joke = Jokes are not my strength: I only know one article.
smalltalk-help = Ask something about the article, for example "How much did GPT-4 cost?".
smalltalk-nothing = I found no question in this message. Ask me one about the article.
