"""What the article does not tell is declined, and the refusal names what is missing."""

import pytest

from bot.answering.answerer import Answerer

MISSING_THING = [
    ("Combien de salariés compte OpenAI ?", "salariés"),
    ("Qui est le PDG de Nvidia ?", "dirige Nvidia"),
    ("Où se trouve le siège de SoftBank ?", "siège"),
    ("Combien Apple investirait-elle dans OpenAI ?", "Apple"),
    ("Quand sortira le prochain modèle d'OpenAI ?", "quand sortira"),
    ("Combien coûte une puce d'IA de Nvidia ?", "combien coûte"),
    ("Combien de personnes utilisent l'IA de Meta ?", "Meta"),
    ("How many employees does OpenAI have?", "employees"),
    ("Who is the CEO of Nvidia?", "who heads Nvidia"),
    ("In which city is SoftBank's headquarters?", "headquarters"),
    ("How much would Apple invest in OpenAI?", "how much Apple"),
    ("What is Apple's share price?", "share price"),
    ("When will OpenAI's next model be released?", "when OpenAI's next model"),
    ("What is Sam Altman's salary?", "Altman"),
    ("How much does an Nvidia AI chip cost?", "how much an Nvidia"),
    ("How many people use Meta's AI?", "Meta"),
    ("Quel est le cours de l'action d'Apple ?", "Bourse"),
    ("Quel est le salaire de Sam Altman ?", "Altman"),
    ("Quel est le numéro de téléphone de M. Altman ?", "téléphone"),
    ("What is ZDNet Korea's debt?", "debt"),
    ("Quelle est la religion de Sam Altman ?", "religion"),
    ("Does SoftBank owe money?", "debt"),
    ("Is Sam Altman married?", "Altman"),
]  # fmt: skip

MISSING_NAME = [
    ("Combien Microsoft a-t-elle investi dans OpenAI ?", "Microsoft"),
    ("L'article parle-t-il de Mistral ?", "Mistral"),
    ("What about Tesla?", "Tesla"),
    ("What is Perplexity?", "Perplexity"),
    ("Quel est le chiffre d'affaires de Samsung ?", "Samsung"),
    ("Et Tesla dans tout ça ?", "Tesla"),
    ("How much did Microsoft invest in OpenAI?", "Microsoft"),
    ("What is Samsung's revenue?", "Samsung"),
    ("Does the article mention Mistral?", "Mistral"),
    ("Qu'est-ce que Perplexity ?", "Perplexity"),
    ("Qui a fondé Kralmo ?", "Kralmo"),
    ("Combien d'utilisateurs a Zorblax ?", "Zorblax"),
    ("Who founded Microsft?", "Microsft"),
    ("How much did Zorblax invest in Anthropic?", "Zorblax"),
]

NEVER_HEARD_OF = [
    "qui a fondé kralmo ?",
    "combien d'utilisateurs a zorblax",
    "who founded microsft",
    "what is kralmo's revenue",
    "how many users does zorblax have",
    "perplexity monthly users",
]

OFF_SUBJECT = [
    "Quelle est la météo à Paris demain ?",
    "Qui a gagné la coupe du monde de football ?",
    "Quelle est la recette de la ratatouille ?",
    "Quelle est la capitale de l'Australie ?",
    "Comment soigner un rhume ?",
    "Qui a écrit Les Misérables ?",
    "What's the weather in London tomorrow?",
    "Who won the football world cup?",
    "How do I cook a ratatouille?",
    "What is the capital of Australia?",
    "How do I cure a cold?",
    "Who wrote Hamlet?",
]

COMPANIES = [
    "OpenAI",
    "Nvidia",
    "Google",
    "Amazon",
    "Anthropic",
    "Meta",
    "Apple",
    "SoftBank",
    "DiDi",
    "Microsoft",
]
ASKED_ABOUT = [ ("What is Google's revenue?", "Google"), ("Quel est le cours de l'action d'Apple ?", "Apple"), ("Qui est le PDG d'Apple ?", "Apple"), ("Quel est le chiffre d'affaires de Google ?", "Google"), ("Quand Amazon a-t-elle été fondée ?", "Amazon"), ("Combien de salariés compte Nvidia ?", "Nvidia"), ("Quel est le chiffre d'affaires de Samsung ?", "Samsung"), ("Who is Apple's CEO?", "Apple"), ("What is Apple's share price?", "Apple"), ("When was Amazon founded?", "Amazon"), ("How many employees does Nvidia have?", "Nvidia"), ("What is Samsung's revenue?", "Samsung"),
]  # fmt: skip

SPOKEN = {"fr": ("L'article ", "Cela sort du sujet"), "en": ("The article ", "That is not what the article")}


@pytest.mark.parametrize(("text", "said"), MISSING_THING)
def test_missing_thing(answerer: Answerer, text: str, said: str) -> None:
    """The refusal says which detail the article leaves out."""
    reply = answerer.answer(text)

    assert ("decline", ()) == (reply.outcome, reply.facts)
    assert reply.text.startswith(SPOKEN[reply.language])
    assert said in reply.text


@pytest.mark.parametrize(("text", "name"), MISSING_NAME)
def test_missing_name(answerer: Answerer, text: str, name: str) -> None:
    """The refusal names whom or what the article does not mention."""
    reply = answerer.answer(text)

    assert ("decline", ()) == (reply.outcome, reply.facts)
    assert reply.text.startswith(SPOKEN[reply.language])
    assert name in reply.text


@pytest.mark.parametrize("text", NEVER_HEARD_OF)
def test_never_heard_of(answerer: Answerer, text: str) -> None:
    """A word that nobody knows, where a fact has its name, keeps the fact from being given for it."""
    assert "answer" != answerer.answer(text).outcome


@pytest.mark.parametrize("text", OFF_SUBJECT)
def test_off_subject(answerer: Answerer, text: str) -> None:
    """A question about something else altogether is declined, without pretending that it was near."""
    reply = answerer.answer(text)

    assert ("decline", ()) == (reply.outcome, reply.facts)
    assert reply.text.startswith(SPOKEN[reply.language])


@pytest.mark.parametrize("text", [text for text, _ in (*MISSING_THING, *MISSING_NAME)] + OFF_SUBJECT)
def test_no_place_is_given(answerer: Answerer, text: str) -> None:
    """What the article does not tell stands nowhere in it, and no yes or no is given."""
    reply = answerer.answer(text)

    assert "" == reply.paragraph
    assert not reply.text.startswith(("Oui", "Si.", "Non.", "Yes", "No."))


@pytest.mark.parametrize(("text", "company"), ASKED_ABOUT)
def test_about_whom_it_was_asked(answerer: Answerer, text: str, company: str) -> None:
    """A refusal speaks of the company asked about or of none, never of another instead."""
    reply = answerer.answer(text)
    named = {name for name in COMPANIES if name in reply.text}

    assert "decline" == reply.outcome
    assert company in reply.text or not named
