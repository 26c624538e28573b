# What the bot says in French. Facts stand in facts/.

opener-yes = Oui.
opener-no = Non.
opener-si = Si.

paragraph = Dans l'article : { $places }.

and = {" et "}
unsure = Je n'ai pas compris une partie du message.
cut = Je réponds à { $count } questions à la fois : posez-moi les autres ensuite.
suggest = Je ne suis pas sûr de comprendre. Vouliez-vous dire :
offer = L'article répond par contre à ceci :

missing-off-subject = Cela sort du sujet de l'article. Il porte sur { $subjects }.
missing-name = L'article ne parle pas { $of }.
missing-attribute = L'article ne donne pas { $what }.
missing-attribute-of = L'article ne donne pas { $what } { $of }.
missing-attribute-off-subject = L'article ne dit rien sur ce sujet : { $what }.
missing-kind = { $kind ->
    [amount] L'article ne donne pas ce chiffre.
    [count] L'article ne donne pas ce chiffre.
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
    [amount] L'article ne donne pas ce chiffre au sujet { $of }.
    [count] L'article ne donne pas ce chiffre au sujet { $of }.
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
smalltalk-what-can-you-do = Je réponds aux questions sur l'article ({ $subjects }), en français ou en anglais, et je dis ce qu'il ne dit pas.
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
smalltalk-help = Posez une question sur l'article, par exemple « { $example } ».
smalltalk-nothing = Je n'ai pas trouvé de question dans ce message. Posez-m'en une sur l'article.

# Terminal

terminal-welcome = Dépêche répond aux questions sur un article : « { $title } » ({ $facts } faits). Tapez /help pour l'aide.
terminal-related = À lire aussi :
terminal-help =
    Posez une question en français ou en anglais, ou tapez le numéro d'une question proposée.
    La touche Tab complète les questions dont la réponse est connue.
terminal-help-fr = répondre en français quand la question ne dit pas la langue
terminal-help-en = répondre en anglais quand la question ne dit pas la langue
terminal-help-why = expliquer la dernière réponse
terminal-help-facts = lister les questions dont la réponse est connue
terminal-help-reload = relire le dossier des faits
terminal-help-help = afficher cette aide
terminal-help-quit = quitter (Ctrl-C et Ctrl-D aussi)
terminal-speaks = Je réponds en français, sauf à une question en anglais.
terminal-no-reply-yet = Rien à expliquer : posez d'abord une question.
terminal-no-such-number = Il n'y a pas de question numéro { $number } : choisissez de 1 à { $last }.
terminal-no-such-command = Commande inconnue : { $command }. Tapez /help pour l'aide.
terminal-reloaded = Faits relus : { $added } ajoutés, { $changed } modifiés, { $removed } retirés.
terminal-reload-refused = Les faits relus ont des défauts ; les précédents restent en service :

why-question = Question { $number } : « { $text } »
why-understood = Ce que j'ai compris :
why-language = langue : français
why-third-language = langue : ni français ni anglais ({ $name })
why-unknown-language = inconnue
why-entities = noms de l'article : { $list }
why-concepts = notions : { $list }
why-or = ou
why-kinds = réponse attendue : { $list }
why-yes-no = réponse attendue : oui ou non
why-negated = tournure négative
why-figures = chiffres : { $list }
why-years = années : { $list }
why-names = noms que l'article ne cite pas : { $list }
why-foreign = mots inconnus : { $list }
why-nothing = rien qui puisse se chercher dans l'article
why-candidates = Les réponses les plus proches :
why-candidate = { $rank }. { $score } · { $question }
why-no-candidates = aucune réponse ne s'en approche
why-explains = explique { $share } % de la question
why-fits = rien ne le contredit
why-wrong-kind = ne donne pas le genre de réponse demandé ({ $list })
why-other-entities = ne parle pas de : { $list }
why-unknown-names = ne connaît pas : { $list }
why-reversed = met dans l'autre rôle : { $list }
why-unexplained = n'explique pas : { $list }
why-wrong-figures = contredit le chiffre : { $list }
why-open-figures = ne tranche pas le chiffre : { $list }
why-wrong-years = ne vaut pas pour : { $list }
why-opposed = dit le contraire sur : { $list }
why-corrected = une seule erreur dans la question : la réponse la corrige
why-answer = Je réponds : { $score }, il faut au moins { $threshold }.
why-suggest = Je propose sans répondre : { $score }, il faudrait { $threshold }.
why-smalltalk = Je réponds par politesse : ce message ne demande rien sur l'article.
why-decline = { $missing ->
    [absence] Je ne réponds pas : l'article ne le dit pas.
    [language] Je ne réponds pas : je ne parle que français et anglais.
    [off-subject] Je ne réponds pas : la question sort du sujet de l'article.
    [name] Je ne réponds pas : l'article ne cite pas ce nom.
    [attribute] Je ne réponds pas : l'article ne donne pas cette information.
    [kind] Je ne réponds pas : l'article ne donne pas ce genre de réponse.
    [year] Je ne réponds pas : l'article ne donne rien pour cette année.
    [reversed] Je ne réponds pas : l'article dit le sens inverse.
    [pair] Je ne réponds pas : l'article ne dit rien de tel sur ces deux noms ensemble.
   *[other] Je ne réponds pas : l'article ne donne pas ce détail.
}
why-decline-score = La meilleure réponse n'atteint que { $score } ; il faut au moins { $threshold }.
why-figure = { $bound ->
    [over] plus de { $low }
    [under] moins de { $high }
    [between] de { $low } à { $high }
   *[point] { $low }
}
why-kind = { $kind ->
    [amount] un montant
    [count] un nombre
    [size] une taille
    [share] une part
    [date] une date
    [duration] une durée
    [person] une personne
    [organisation] une organisation
    [place] un lieu
    [reason] une raison
    [purpose] un usage
    [aim] un but
    [definition] une définition
    [description] une description
    [manner] une manière
    [condition] une condition
    [consequence] une conséquence
    [comparison] une comparaison
    [list] une liste
    [product] un produit
    [rank] un rang
    [role] un rôle
    [market] un marché
    [origin] une origine
    [drawback] un inconvénient
    [price] un prix
    [choice] un choix
   *[other] { $kind }
}

# The local Discord of `depeche demo`

demo-guild = Le Kiosque
demo-general = général
demo-thread = Coûts et recettes
demo-hello = Bienvenue au Kiosque ! Dépêche, notre bot, répond aux questions sur un article de presse : rendez-vous dans { $channel }.
demo-try =
    Envie d'essayer ? Écrivez `@Dépêche` et votre question, par exemple :
    > @Dépêche { $example }
    Vous pouvez aussi lui répondre, taper `/{ $command }`, ou lui écrire en privé. Il dit aussi ce que l'article *ne dit pas*.
demo-aside = Un fil marche aussi : mentionnez **@Dépêche** ici, il répond dans le fil.

# Discord

command-ask = demander
command-ask-description = Posez une question sur l'article
option-question = question
option-question-description = Votre question, ou l'une de celles proposées pendant la frappe
option-private = privé
option-private-description = Vous seul voyez la réponse ; sinon, tout le monde ici la voit
command-reload = recharger
command-reload-description = Relit les faits (pour qui fait tourner le bot)
command-outdated = Cette commande a changé depuis. Redémarrez Discord, puis réessayez.

button-outdated = Je n'ai plus de réponse à cette question : les faits ont changé depuis. Posez-m'en une autre !
failed = Désolé, quelque chose s'est mal passé de mon côté. Réessayez ; si cela dure, donnez cette référence à qui me fait tourner : { $reference }

reload-unchanged = Faits relus : aucun n'a changé.
reload-elsewhere = Aucun fait, mais le reste de la base change.
reload-faults = Pas de changement : les faits d'avant répondent toujours. Ce qui ne va pas :
reload-more = … et { $count } de plus
reload-refused = Seuls ceux qui font tourner le bot peuvent faire cela.

# Boutons sous une réponse

button-language = English
button-why = Pourquoi ?
button-flag = Signaler
button-forgotten = Je ne sais plus de quelle question il s'agissait. Reposez-la, et le bouton marchera.
flag-title = Qu'est-ce qui ne va pas dans la réponse ?
flag-reason = Votre remarque
flag-hint = Chiffre faux, à côté de la question, pas clair…
flag-thanks = Merci ! Ceux qui font tourner le bot peuvent maintenant lire votre remarque, sans votre nom.
button-passage = Passage
passage = Les mots mêmes de l'article, vérifiés par leur empreinte :
passage-gone = Le texte de l'article n'est plus à sa place, ou ce passage a changé.

# Commandes des membres

command-check = Vérifier dans l'article
check-supported = ✅ L'article le dit.
check-contradicted = ❌ L'article dit autre chose.
check-partly = 🔸 L'article n'en dit qu'une partie.
check-told = 🔸 L'article en parle, sans trancher mot pour mot.
check-absent = ➖ L'article ne dit ni cela, ni le contraire.
check-nothing = ➖ Je n'ai trouvé dans ce message aucune affirmation sur l'article.
check-sign-supported = ✅
check-sign-contradicted = ❌
check-sign-told = 🔸 Ce que l'article en dit :
check-sign-absent = ➖ Pas dans l'article.
check-post = Montrer à tous
command-facts = faits
command-facts-description = Parcourir tout ce qui a une réponse, par thème
facts-heading = **{ $count } faits** tirés de « { $title } ». Choisissez un thème, puis une question.
facts-topic = Thème
facts-question = Choisissez une question
facts-back = ◀ Retour
facts-on = Suite ▶
command-about = à-propos
command-about-description = Ce qu'est ce bot, à quel point il est fiable, ce qu'il garde
about-what = **Dépêche** répond aux questions sur un article : « { $title } » (source : { $source }).
about-facts = Il connaît { $facts } faits, vérifiés à la main, et { $absences } choses que les lecteurs demandent et que l'article ne dit pas.
about-measured = Mesuré le { $date } avec { $questions } questions qu'il n'avait jamais vues : { $right } de ce qui a une réponse l'a reçue juste, { $refused } du reste a été refusé, { $wrong } de toutes les répliques donnaient un fait faux.
about-measured-before = Les faits ont un peu changé depuis.
about-privacy = **Vie privée** : rien de ce que vous écrivez n'est enregistré. Une longue question, et quelle réponse va à quelle question, restent un moment en mémoire ; un signalement parvient à ceux qui font tourner le bot, sans votre nom.
about-languages = Il parle français et anglais, et répond dans la langue de la question.
command-help = aide
command-help-description = Comment poser une question
help-ask = Mentionnez-moi, écrivez-moi en privé, répondez-moi, ou utilisez `/demander`, par exemple : *{ $example }* Les fautes de frappe et les accents oubliés ne gênent pas.
help-buttons = Sous une réponse : des questions voisines, la même chose en anglais, **Pourquoi ?** pour les raisons, **Signaler** si quelque chose ne va pas. Modifiez votre question et sa réponse suit ; supprimez-la et la réponse part.
help-more = `/faits` montre tout ce qui a une réponse · sur un message, *Applications → Vérifier dans l'article* · `/à-propos` dit qui je suis et ce que je garde.

# Operators

reload-preview = Faits relus, pas encore en service. Ajoutés (+), modifiés (!) et retirés (-) :
reload-above-floor = De ses { $asked } propres questions, ces { $failed } échouent (il faut au moins { $floor } % de réussite) :
reload-below-floor = Sous le plancher : { $failed } de ses { $asked } propres questions échouent, et il faut au moins { $floor } % de réussite :
reload-turned = Questions qui recevraient une autre réponse (maintenant → ensuite) :
reload-apply = Appliquer
reload-force = Appliquer quand même
reload-cancel = Annuler
reload-applied = En service : { $facts } faits répondent désormais.
reload-cancelled = Rien n'a changé : { $facts } faits répondent.
reload-outdated = Je n'ai plus ce que vous avez vu là : les fichiers ont changé depuis, ou j'ai redémarré. Relisez avec /recharger.
reload-unfit = Pas en service : trop de ses propres questions échouent. Voyez lesquelles avec /recharger.
terminal-reload-below-floor = Pas mis en service : { $failed } de ses { $asked } propres questions échouent :
cooldown = Un instant, s'il vous plaît : vous pourrez redemander dans { $seconds } s.
command-setup = configurer
command-setup-description = Règle la langue et la conduite du bot sur ce serveur
command-language = langue
command-language-description = La langue des réponses quand la question ne la dit pas
command-mode = mode
command-mode-description = Quand le bot prend la parole dans un salon
option-language = langue
option-language-description = Français, anglais, ou selon le réglage du serveur
option-channel = salon
option-server-or-channel = Pour ce salon seulement ; sinon, pour tout le serveur
option-mode = mode
option-mode-description = Quand on l'appelle, à toute question dont il est sûr, ou par un simple signe
option-this-channel = Quel salon ; sinon, celui-ci
choice-language-auto = auto
choice-language-fr = français
choice-language-en = anglais
choice-mode-called = appel : seulement quand on lui parle
choice-mode-answers = réponses : à toute question dont il est sûr
choice-mode-hint = signe : un 💡 que l'auteur presse pour avoir la réponse
setup-refused = Seuls ceux qui peuvent gérer ce serveur peuvent faire cela.
setup-language = { $place ->
    [channel] Dans { $where }
   *[server] Sur ce serveur
}, les questions qui ne disent pas leur langue reçoivent désormais une réponse { $code ->
    [fr] en français.
    [en] en anglais.
   *[auto] selon le réglage du serveur.
}
setup-mode = { $mode ->
    [answers] Dans { $where }, je réponds désormais à toute question dont je suis sûr, et me tais sinon.
    [hint] Dans { $where }, je mets désormais un 💡 sous une question dont je suis sûr ; son auteur le presse pour avoir la réponse.
   *[called] Dans { $where }, je ne parle plus que si l'on me parle.
}
setup-needs-intent = Je ne peux pas lire ce qu'on ne me dit pas. Sur { $portal }, ouvrez mon application, puis « Bot », et sous « Privileged Gateway Intents » activez « Message Content Intent » ; redémarrez-moi ensuite et reprenez cette commande.
setup-lacks = Là, il me manque le droit : { $permission }.
command-diagnose = diagnostiquer
command-diagnose-description = Pourquoi le bot a répondu ici, ou non
option-message = message
option-message-description = Le lien ou l'identifiant d'un message à examiner
diagnose-refused = Seuls ceux qui peuvent gérer ce serveur, ou qui font tourner le bot, peuvent faire cela.
diagnose-permissions = Ce que je peux faire dans ce salon :
permission-view_channel = voir le salon
permission-send_messages = envoyer des messages
permission-send_messages_in_threads = envoyer des messages dans les fils
permission-read_message_history = voir les anciens messages
permission-add_reactions = ajouter des réactions
diagnose-intent = droit de lire tous les messages (nécessaire aux seuls salons écoutés)
diagnose-mode = { $mode ->
    [answers] Mode de ce salon : je réponds à toute question dont je suis sûr.
    [hint] Mode de ce salon : je mets un 💡 sous les questions dont je suis sûr.
   *[called] Mode de ce salon : je ne parle que si l'on me parle.
}
diagnose-cooldown = { $seconds ->
    [0] Attente dans ce salon : aucune en ce moment.
   *[other] Attente dans ce salon : encore { $seconds } s.
}
diagnose-no-message = Je ne trouve pas ce message sur ce serveur, ou l'un de nous ne peut pas le lire.
diagnose-heard = { $how ->
    [bot] Le message vient d'un bot ou d'un webhook : je ne leur réponds jamais.
    [hidden] Discord me cache le texte du message : il ne m'était pas adressé.
    [called] Le message m'était adressé.
    [mode-answers] Le message ne m'était pas adressé ; ici, j'y réponds s'il demande à tous une chose dont je suis sûr.
    [mode-hint] Le message ne m'était pas adressé ; ici, j'y mets un 💡 s'il demande à tous une chose dont je suis sûr.
   *[other] Le message ne m'était pas adressé, et ici je ne parle que si l'on me parle.
}
diagnose-author-waits = Son auteur demande trop vite, et doit attendre encore { $seconds } s.
diagnose-unasked = { $plain ->
    [True] On ne peut vouloir dire autre chose : netteté { $reached }, il faut { $needed }.
   *[other] Je me tais : on pourrait vouloir dire autre chose. Netteté { $reached }, il faut { $needed }.
}
