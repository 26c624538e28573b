# What the bot says in French. Facts stand in facts/.

opener-yes = Oui.
opener-no = Non.
opener-si = Si.

paragraph = Dans l'article : { $places }.

suggest = Je ne suis pas sûr de comprendre. Vouliez-vous dire :
offer = L'article répond par contre à ceci :

missing-off-subject = Cela sort du sujet de l'article : il parle d'OpenAI, de ses concurrents, de ses puces et de ses investisseurs.
missing-name = L'article ne parle pas de { $name }.
missing-attribute = L'article ne donne pas { $what }.
missing-attribute-of = L'article ne donne pas { $what } { $of }.
missing-attribute-off-subject = L'article ne dit rien sur ce sujet : { $what }.
missing-kind = { $kind ->
    [amount] L'article n'en donne pas le montant.
    [count] L'article n'en donne pas le nombre.
    [share] L'article n'en donne pas la part.
    [date] L'article n'en donne pas la date.
    [duration] L'article n'en donne pas la durée.
    [person] L'article ne dit pas de qui il s'agit.
    [organisation] L'article ne dit pas de quelle organisation il s'agit.
    [place] L'article n'en donne pas le lieu.
    [reason] L'article n'en donne pas la raison.
    [purpose] L'article ne dit pas à quoi cela sert.
   *[other] L'article ne le dit pas.
}
missing-kind-of = { $kind ->
    [amount] L'article ne donne pas ce montant au sujet { $of }.
    [count] L'article ne donne pas ce nombre au sujet { $of }.
    [share] L'article ne donne pas cette part au sujet { $of }.
    [date] L'article ne donne pas cette date au sujet { $of }.
    [duration] L'article ne donne pas cette durée au sujet { $of }.
    [person] L'article ne dit pas de qui il s'agit, au sujet { $of }.
    [organisation] L'article ne dit pas de quelle organisation il s'agit, au sujet { $of }.
    [place] L'article ne donne pas ce lieu au sujet { $of }.
    [reason] L'article n'en donne pas la raison, au sujet { $of }.
    [purpose] L'article ne dit pas à quoi cela sert, au sujet { $of }.
   *[other] L'article ne le dit pas au sujet { $of }.
}
missing-year = L'article ne donne rien pour { $years } à ce sujet.
missing-reversed = L'article ne dit pas cela : il parle du sens inverse.
missing-pair = L'article ne dit rien de tel sur { $first } et { $second }.
missing-detail = L'article ne le dit pas.
missing-detail-of = L'article ne le dit pas au sujet { $of }.

third-language = Je ne réponds qu'en français et en anglais. · I only answer in French and English.

smalltalk-hello = Bonjour ! Posez-moi une question sur l'article.
smalltalk-how-are-you = Très bien, merci ! Une question sur l'article ?
smalltalk-thanks = Avec plaisir !
smalltalk-goodbye = À bientôt !
smalltalk-who-are-you = Je suis Dépêche, un bot : je réponds aux questions sur un article de presse, et je dis quand il ne répond pas.
smalltalk-what-can-you-do = Je réponds aux questions sur l'article (OpenAI, ses puces, ses concurrents, ses investisseurs), en français ou en anglais, et je dis ce qu'il ne dit pas.
smalltalk-are-you-human = Non, je suis un bot : je réponds à partir de faits tirés d'un article.
smalltalk-who-made-you = Une petite équipe m'a construit ; mes réponses viennent d'un seul article.
smalltalk-insult = Désolé de ne pas avoir aidé. Reformulez la question et je réessaie.
smalltalk-compliment = Merci, c'est gentil !
smalltalk-laugh = 😄 Une question sur l'article ?
smalltalk-apology = Pas de souci !
smalltalk-agreement = D'accord. Une autre question sur l'article ?
smalltalk-test = Je suis là. Posez-moi une question sur l'article.
smalltalk-love = C'est gentil ! Je reste un bot, mais je réponds volontiers.
smalltalk-sing-joke = Les blagues ne sont pas mon fort : je ne connais qu'un article.
smalltalk-help = Posez une question sur l'article, par exemple « Combien a coûté GPT-4 ? ».
smalltalk-nothing = Je n'ai pas trouvé de question dans ce message. Posez-m'en une sur l'article.
