"""What people put around a question: greetings, thanks, and the story that led to it."""

import pytest

from bot.answering.answerer import Answerer

QUESTIONS = [
    ("fr", "Combien a coûté GPT-4 ?", "gpt4-cost"),
    ("fr", "Qui a investi dans Anthropic ?", "anthropic-investors"),
    ("fr", "Le modèle de Meta est-il gratuit ?", "meta-free"),
    ("en", "How much did GPT-4 cost?", "gpt4-cost"),
    ("en", "Who invested in Anthropic?", "anthropic-investors"),
    ("en", "Is Meta's model free?", "meta-free"),
]  # fmt: skip

AROUND = {
    "fr": [
        "Bonjour ! {}",
        "Salut, {}",
        "Coucou tout le monde, {} Merci d'avance !",
        "Bonsoir à tous. {} Merci beaucoup.",
        "{} merci",
        "{} Bonne journée !",
        "Excusez-moi de vous déranger. {}",
        "Hello, ça va ? {}",
        "Bonjour, j'ai une question : {}",
        "dis-moi, {}",
        "stp {}",
    ],
    "en": [
        "Hello! {}",
        "Hi, {}",
        "Hey everyone, {} Thanks in advance!",
        "Good evening. {} Thank you very much.",
        "{} thanks",
        "{} Have a nice day!",
        "Sorry to bother you. {}",
        "Hi, how are you? {}",
        "Hello, I have a question: {}",
        "tell me, {}",
        "please {}",
    ],
}  # fmt: skip

GREETED = [(around.format(text), fact) for code, text, fact in QUESTIONS for around in AROUND[code]]

STORIES = [
    (
        "Hier soir j'ai discuté avec mon beau-frère pendant tout le dîner et nous n'étions pas d'accord. "
        "Du coup, combien a coûté GPT-4 ? Je voudrais lui envoyer la réponse demain matin. Bonne soirée !",
        "gpt4-cost",
    ),
    (
        "Je prépare un exposé pour mon lycée et la prof est très exigeante. J'ai déjà fait deux pages. "
        "Qui a investi dans Anthropic ? Il me reste une soirée pour finir.",
        "anthropic-investors",
    ),
    (
        "J'ai passé la journée dans le train, le téléphone sans réseau.\n\nDe quel pays est SoftBank ?\n\n"
        "Voilà, c'est tout pour ce soir.",
        "softbank-country",
    ),
    (
        "My brother and I argued about it all through dinner last night and neither would give in. "
        "So how much did GPT-4 cost? I would like to send him the answer tomorrow morning. Good night!",
        "gpt4-cost",
    ),
    (
        "I am preparing a talk for school and the teacher is very strict. I have two pages already. "
        "Who invested in Anthropic? I have one evening left to finish.",
        "anthropic-investors",
    ),
    (
        "I was on the train all day without any network.\n\nWhich country is SoftBank from?\n\nThat's all for tonight.",
        "softbank-country",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fact"), GREETED)
def test_politeness(answerer: Answerer, text: str, fact: str) -> None:
    """Politeness before and after a question changes nothing."""
    reply = answerer.answer(text)

    assert ("answer", (fact,)) == (reply.outcome, reply.facts)


@pytest.mark.parametrize(("text", "fact"), STORIES)
def test_story(answerer: Answerer, text: str, fact: str) -> None:
    """A question in the middle of a long message is found, and is all that is answered."""
    reply = answerer.answer(text)

    assert ("answer", (fact,)) == (reply.outcome, reply.facts)
    assert reply.text.endswith(answerer.base.facts[fact].answer.in_(reply.language))
