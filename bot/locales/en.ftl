# What the bot says in English. Facts stand in facts/.

opener-yes = Yes.
opener-no = No.
opener-si = Yes.

paragraph = In the article: { $places }.

and = {" and "}
unsure = I did not understand one part of the message.
cut = I answer { $count } questions at a time: ask me the others next.
suggest = I am not sure I understand. Did you mean:
offer = The article does answer this:

missing-off-subject = That is not what the article is about. It deals with { $subjects }.
missing-name = The article does not mention { $name }.
missing-attribute = The article does not give { $what }.
missing-attribute-of = The article does not give { $what } { $of }.
missing-attribute-off-subject = The article says nothing on this subject: { $what }.
missing-kind = { $kind ->
    [amount] The article does not give that figure.
    [count] The article does not give that figure.
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
    [amount] The article does not give that figure for { $name }.
    [count] The article does not give that figure for { $name }.
    [share] The article does not give that share for { $name }.
    [date] The article does not give that date for { $name }.
    [duration] The article does not say how long, for { $name }.
    [person] The article does not say who that is, for { $name }.
    [organisation] The article does not say which organisation that is, for { $name }.
    [place] The article does not say where, for { $name }.
    [reason] The article does not say why, for { $name }.
    [purpose] The article does not say what { $name } is for.
   *[other] The article does not say, for { $name }.
}
missing-year = The article gives nothing for { $years } on this.
missing-reversed = The article does not say that: it says it the other way round.
missing-pair = The article says nothing of the kind about { $first } and { $second }.
missing-detail = The article does not say.
missing-detail-of = The article does not say that about { $name }.

third-language = I only answer in French and English. · Je ne réponds qu'en français et en anglais.

smalltalk-hello = Hello! Ask me something about the article.
smalltalk-how-are-you = Very well, thank you! A question about the article?
smalltalk-thanks = You're welcome!
smalltalk-goodbye = See you!
smalltalk-who-are-you = I am Dépêche, a bot: I answer questions about one news article, and say so when it has no answer.
smalltalk-what-can-you-do = I answer questions about the article ({ $subjects }), in French or English, and say what it does not tell.
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
smalltalk-help = Ask something about the article, for example “{ $example }”.
smalltalk-nothing = I found no question in this message. Ask me one about the article.

# Terminal

terminal-welcome = Dépêche answers questions about one article: “{ $title }” ({ $facts } facts). Type /help for help.
terminal-related = See also:
terminal-help =
    Ask a question in French or English, or type the number of a question put forward.
    The Tab key completes questions that have an answer.
terminal-help-fr = reply in French where the question does not tell the language
terminal-help-en = reply in English where the question does not tell the language
terminal-help-why = explain the last reply
terminal-help-facts = list the questions that have an answer
terminal-help-reload = read the folder of facts again
terminal-help-help = show this help
terminal-help-quit = leave (so do Ctrl-C and Ctrl-D)
terminal-speaks = I reply in English, except to a question in French.
terminal-no-reply-yet = Nothing to explain: ask a question first.
terminal-no-such-number = There is no question number { $number }: choose from 1 to { $last }.
terminal-no-such-command = Unknown command: { $command }. Type /help for help.
terminal-reloaded = Facts read again: { $added } added, { $changed } changed, { $removed } removed.
terminal-reload-refused = The facts read again have faults; the earlier ones stay in use:

why-question = Question { $number }: “{ $text }”
why-understood = What I understood:
why-language = language: English
why-third-language = language: neither French nor English ({ $name })
why-unknown-language = unknown
why-entities = names in the article: { $list }
why-concepts = notions: { $list }
why-or = or
why-kinds = answer expected: { $list }
why-yes-no = answer expected: yes or no
why-negated = negative wording
why-figures = figures: { $list }
why-years = years: { $list }
why-names = names that the article does not mention: { $list }
why-foreign = unknown words: { $list }
why-nothing = nothing to look for in the article
why-candidates = The nearest answers:
why-candidate = { $rank }. { $score } · { $question }
why-no-candidates = no answer comes near
why-explains = explains { $share }% of the question
why-fits = nothing speaks against it
why-wrong-kind = does not give the kind of answer asked for ({ $list })
why-other-entities = is not about: { $list }
why-unknown-names = does not know: { $list }
why-reversed = has in the other role: { $list }
why-unexplained = leaves unexplained: { $list }
why-wrong-figures = contradicts the figure: { $list }
why-open-figures = does not settle the figure: { $list }
why-wrong-years = does not hold for: { $list }
why-opposed = says the contrary on: { $list }
why-corrected = a single mistake in the question: the answer corrects it
why-answer = I answer: { $score }, at least { $threshold } is needed.
why-suggest = I suggest without answering: { $score }, { $threshold } would be needed.
why-smalltalk = I reply out of politeness: this message asks nothing about the article.
why-decline = { $missing ->
    [absence] I do not answer: the article does not tell it.
    [language] I do not answer: I only speak French and English.
    [off-subject] I do not answer: the question is off the article's subject.
    [name] I do not answer: the article does not mention that name.
    [attribute] I do not answer: the article does not give that information.
    [kind] I do not answer: the article does not give that kind of answer.
    [year] I do not answer: the article gives nothing for that year.
    [reversed] I do not answer: the article says it the other way round.
    [pair] I do not answer: the article says nothing of the kind about those two names together.
   *[other] I do not answer: the article does not give that detail.
}
why-decline-score = The best answer only reaches { $score }; at least { $threshold } is needed.
why-figure = { $bound ->
    [over] more than { $low }
    [under] less than { $high }
    [between] from { $low } to { $high }
   *[point] { $low }
}
why-kind = { $kind ->
    [amount] an amount
    [count] a number
    [size] a size
    [share] a share
    [date] a date
    [duration] a duration
    [person] a person
    [organisation] an organisation
    [place] a place
    [reason] a reason
    [purpose] a use
    [aim] an aim
    [definition] a definition
    [description] a description
    [manner] a manner
    [condition] a condition
    [consequence] a consequence
    [comparison] a comparison
    [list] a list
    [product] a product
    [rank] a rank
    [role] a role
    [market] a market
    [origin] an origin
    [drawback] a drawback
    [price] a price
    [choice] a choice
   *[other] { $kind }
}

# The local Discord of `depeche demo`

demo-try =
    It speaks English too. Mention it with a question, such as:
    > @Dépêche { $example }
    Or reply to it, type `/{ $command }`, or write to it in private. When the article *does not say*, it says so.

# Discord

command-ask = ask
command-ask-description = Ask a question about the article
option-question = question
option-question-description = Your question, or one of those that come up as you type
option-private = private
option-private-description = Show the answer to you alone; otherwise everybody here sees it
command-reload = reload
command-reload-description = Read the facts again (for those who run the bot)
command-outdated = This command has changed since. Restart Discord, then try again.

button-outdated = I no longer have an answer to that question: the facts have changed since. Ask me another one!
failed = Something went wrong on my side, sorry. Please try again; if it goes on, give this reference to those who run me: { $reference }

reload-unchanged = Read again: no fact has changed.
reload-elsewhere = No fact, but the rest of the base changes.
reload-faults = Not reloaded: the facts from before go on answering. What is wrong:
reload-more = … and { $count } more
reload-refused = Only those who run the bot may do that.

# Buttons under a reply

button-language = Français
button-why = Why?
button-flag = Report
button-forgotten = I no longer know which question this was. Ask it again, and the button works.
flag-title = What is wrong with this answer?
flag-reason = Your reason
flag-hint = Wrong figure, off the point, unclear…
flag-thanks = Thank you! Those who run the bot can now read it, without your name.
button-passage = Passage
passage = The article's own words, checked by their hash:
passage-gone = The article's text is no longer where it was, or this passage has changed.

# Commands for members

command-check = Check against the article
check-supported = ✅ The article says so.
check-contradicted = ❌ The article says otherwise.
check-partly = 🔸 The article says only a part of this.
check-told = 🔸 The article speaks of this, without settling it word for word.
check-absent = ➖ The article says neither this nor the contrary.
check-nothing = ➖ I found no claim about the article in this message.
check-sign-supported = ✅
check-sign-contradicted = ❌
check-sign-told = 🔸 What the article has on it:
check-sign-absent = ➖ Not in the article.
check-post = Post publicly
check-forgotten = I no longer have that message. Check it again, and the button works.
command-facts = facts
command-facts-description = Browse all that can be answered, by topic
facts-heading = { $count ->
    [one] **{ $count } fact**
   *[other] **{ $count } facts**
} from “{ $title }”. Choose a topic, then a question.
facts-topic = Topic
facts-question = Choose a question
facts-back = ◀ Back
facts-on = More ▶
command-about = about
command-about-description = What this bot is, how honest it is, what it keeps
about-what = **Dépêche** answers questions about one article: “{ $title }” (source: { $source }).
about-facts = It knows { $facts } facts, checked by hand, and { $absences } things that readers ask about and the article does not say.
about-measured = Measured on { $date } with { $questions } questions it had never seen: { $right } of what can be answered was answered right, { $refused } of the rest was refused, { $wrong } of all replies gave a wrong fact.
about-measured-before = The facts have changed a little since.
about-privacy = **Privacy**: nothing that you write is stored. A long question, and which answer belongs to which question, stay in memory for a while; a report goes to those who run the bot, without your name.
about-languages = It speaks French and English, and replies in the language of the question.
command-help = help
command-help-description = How to ask
help-ask = Mention me, write to me in private, reply to me, or use `/ask`, for example: *{ $example }* Typos and missing accents do not matter.
help-buttons = Under a reply: related questions, the same in French, **Why?** for the reasons, **Report** if something is wrong. Edit your question and its answer follows; delete it and the answer goes.
help-more = `/facts` lists all that can be answered · on any message, *Apps → Check against the article* · `/about` says who I am and what I keep.

# Operators

reload-preview = Read, but not yet in service. Facts added (+), changed (!) and removed (-):
reload-above-floor = Of its { $asked } own questions, these { $failed } fail, { $newly } of them newly (at least { $floor }% must pass):
reload-below-floor = Below the floor: { $failed } of its { $asked } own questions fail, { $newly } of them newly, and at least { $floor }% must pass:
reload-turned = Questions that would be answered otherwise (now → then):
reload-apply = Apply
reload-force = Apply anyway
reload-cancel = Cancel
reload-applied = In service: { $facts } facts now answer.
reload-cancelled = Left as it was: { $facts } facts answer.
reload-outdated = I no longer have what you saw there: the files have changed since, or I have restarted. Use /reload to read again.
reload-unfit = Not in service: too many of its own questions fail. Use /reload to see which.
terminal-reload-below-floor = Not put in service: { $failed } of its { $asked } own questions fail:
cooldown = One moment, please: you may ask again in { $seconds } s.
command-setup = setup
command-setup-description = Set the language and the behaviour of the bot in this server
command-language = language
command-language-description = The language of replies where a question does not show its own
command-mode = mode
command-mode-description = When the bot speaks up in a channel
option-language = language
option-language-description = French, English, or as the server is set
option-channel = channel
option-server-or-channel = For this channel only; otherwise for the whole server
option-mode = mode
option-mode-description = When called, to any question it is sure of, or by a hint alone
option-this-channel = Which channel; otherwise this one
choice-language-auto = auto
choice-language-fr = French
choice-language-en = English
choice-mode-called = called: only when spoken to
choice-mode-answers = answers: any question it can answer for sure
choice-mode-hint = hint: a 💡 that the asker presses to get the answer
setup-refused = Only those who may manage this server can do that.
setup-language = { $place ->
    [channel] In { $where }
   *[server] In this server
}, questions that do not show their language are now answered { $code ->
    [fr] in French.
    [en] in English.
   *[auto] { $place ->
        [channel] as the server is set.
       *[server] in this server's Discord language.
    }
}
setup-mode = { $mode ->
    [answers] In { $where } I now answer any question that I am sure of, and keep silent otherwise.
    [hint] In { $where } I now put a 💡 under a question that I am sure of; who asked presses it for the answer.
   *[called] In { $where } I now speak only when spoken to.
}
setup-needs-intent = I cannot read what is not said to me. At { $portal }, open my application, then “Bot”, and under “Privileged Gateway Intents” switch on “Message Content Intent”; then restart me and use this command again.
setup-lacks = There I lack the permission to { $permission }.
command-diagnose = diagnose
command-diagnose-description = Why the bot did or did not answer here
option-message = message
option-message-description = The link or id of a message to look at
diagnose-refused = Only those who may manage this server, or who run the bot, can do that.
diagnose-permissions = What I may do in { $where }:
permission-view_channel = see the channel
permission-send_messages = send messages
permission-send_messages_in_threads = send messages in threads
permission-read_message_history = read the message history
permission-add_reactions = add reactions
diagnose-intent = intent to read all messages (only listened channels need it)
diagnose-mode = { $mode ->
    [answers] Its mode: I answer any question that I am sure of.
    [hint] Its mode: I put a 💡 under questions that I am sure of.
   *[called] Its mode: I speak only when spoken to.
}
diagnose-cooldown = { $seconds ->
    [0] Its cooldown: none now.
   *[other] Its cooldown: { $seconds } s more.
}
diagnose-no-message = I cannot find that message in this server, or one of us may not read it.
diagnose-heard = { $how ->
    [bot] The message comes from a bot or a webhook: I never answer those.
    [hidden] Discord hides the text of the message from me: it was not said to me.
    [wordless] The message has no words: there is nothing to answer.
    [called] The message was said to me.
    [mode-answers] The message was not said to me; I answer it here if it asks everybody something that I am sure of.
    [mode-hint] The message was not said to me; I put a 💡 here if it asks everybody something that I am sure of.
   *[other] The message was not said to me, and here I speak only when spoken to.
}
diagnose-author-waits = Its author asks too fast, and must wait { $seconds } s more.
diagnose-unasked = { $plain ->
    [True] Nothing else could be meant: plainness { $reached }, { $needed } is needed.
   *[other] I keep silent: something else could be meant. Plainness { $reached }, { $needed } is needed.
}
