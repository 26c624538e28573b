"""The language of the reply is that of the question; a third language is told which two are spoken."""

import re

import pytest

from bot.answering.answerer import Answerer
from bot.answering.wording import say

FRENCH = [
    "Qui a investi ?",
    "combien coute gpt4",
    "c'est quoi l'agi",
    "objectif de Nvidia",
    "Pourqoi Apple investirait dans OpenAI ?",
    "Qeul est lobjectif dAltman",
    "le modele de meta est gratuit",
    "Combien d'utilisateurs a ChatGPT ?",
]
ENGLISH = [
    "Who invested there?",
    "how much gpt4",
    "what is agi",
    "goal of Nvidia",
    "Wy would Apple invest in OpenAI?",
    "Waht is Altmans goal",
    "metas model is free",
    "How many users does ChatGPT have?",
]
UNTOLD = [
    ("fr", "SoftBank Vision Fund"),
    ("fr", "2016"),
    ("fr", "…"),
    ("en", "GPT-4"),
    ("en", "OpenAI Nvidia"),
    ("en", "ChatGPT ?"),
    ("en", "SoftBank Vision Fund"),
    ("en", "DiDi Chuxing"),
    ("en", "AGI OpenAI"),
    ("en", "2016"),
    ("fr", "GPT-4"),
    ("fr", "OpenAI Nvidia"),
    ("fr", "ChatGPT ?"),
    ("fr", "DiDi Chuxing"),
    ("fr", "AGI OpenAI"),
]  # fmt: skip


THIRD = {
    "Spanish": ["¿Cuánto dinero ha recibido la empresa?", "¿Quién fundó esta empresa y cuándo?"],
    "German": ["Wie viel Geld hat die Firma bekommen?", "Wer hat diese Firma gegründet und wann?"],
    "Italian": ["Quanti soldi ha ricevuto questa azienda?", "Chi ha fondato questa società e quando?"],
    "Russian": ["Сколько денег получила эта компания?", "Кто основал компанию Anthropic?"],
    "Japanese": ["この会社を設立したのは誰ですか?", "アンソロピックはいくら受け取りましたか"],
    "Arabic": ["كم من المال حصلت عليه هذه الشركة؟", "من أسس شركة أنثروبيك؟"],
}
WITH_NAMES = [
    "¿Cuánto costó GPT-4?",
    "¿Quién fundó Anthropic y cuánto dinero recibió?",
    "Wie viel hat GPT-4 gekostet?",
    "Wer hat Anthropic gegründet und wann war das?",
    "Quanto è costato GPT-4?",
    "Chi ha fondato Anthropic e quanti soldi hanno ricevuto?",
    "Сколько стоил GPT-4?",
    "كم كلف تطوير GPT-4؟",
    "GPT-4の開発費はいくらですか?",
]
_LETTERS = re.compile(r"[éèêàçùœ]")


@pytest.mark.parametrize("wish", ["fr", "en", None])
@pytest.mark.parametrize(
    ("text", "language"), [*((text, "fr") for text in FRENCH), *((text, "en") for text in ENGLISH)]
)
def test_language_of_the_question(answerer: Answerer, text: str, language: str, wish: str | None) -> None:
    """From three words on, slips or not, the question's own language counts, whatever the door wishes."""
    assert language == answerer.answer(text, wish).language


@pytest.mark.parametrize(("wish", "text"), [*UNTOLD])
def test_wish(answerer: Answerer, wish: str, text: str) -> None:
    """Where names and figures do not tell the language, the door's wish does."""
    assert wish == answerer.answer(text, wish).language


@pytest.mark.parametrize("wish", ["fr", "en"])
@pytest.mark.parametrize("text", [text for texts in THIRD.values() for text in texts])
def test_third_language(answerer: Answerer, text: str, wish: str) -> None:
    """A question in a third language is told in French and English that only these are spoken."""
    reply = answerer.answer(text, wish)

    assert "decline" == reply.outcome
    assert reply.text in {say("fr", "third-language"), say("en", "third-language")}


@pytest.mark.parametrize("text", WITH_NAMES)
def test_third_language_with_names(answerer: Answerer, text: str) -> None:
    """Names of the article do not make a third language one of ours."""
    reply = answerer.answer(text)

    assert "decline" == reply.outcome
    assert reply.text in {say("fr", "third-language"), say("en", "third-language")}


def test_third_language_is_bilingual() -> None:
    """The notice says the same in both languages, the wished one first."""
    french, english = (set(say(code, "third-language").split(" · ")) for code in ("fr", "en"))

    assert french == english
    assert 2 == len(french)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_answers_are_in_one_language(answerer: Answerer, language: str) -> None:
    """Every answer comes whole from the words that its fact has in the language asked."""
    for fact in answerer.base.facts.values():
        reply = answerer.answer(fact.question.in_(language))
        openers = {say(language, f"opener-{opener}") for opener in ("yes", "no", "si")}
        answers = {answerer.base.facts[i].answer.in_(language) for i in reply.facts}

        assert language == reply.language
        told = set(reply.text.split("\n")) if reply.facts else set()
        assert told <= answers | {f"{opener} {answer}" for opener in openers for answer in answers}
        assert {o.text for o in reply.offers} <= {
            f.question.in_(language) for f in answerer.base.facts.values()
        }
        assert language == "fr" or not _LETTERS.search(reply.text)
