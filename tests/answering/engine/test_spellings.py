"""Other spellings than a printer's: no accents, no apostrophes, SMS, capitals, and what Discord adds."""

import pytest

from bot.answering.answerer import Answerer

CASES = {
    "no accents": [
        ("Combien a coute GPT-4 ?", "gpt4-cost"),
        ("Le modele de Meta est-il gratuit ?", "meta-free"),
        ("L'intelligence artificielle generale, c'est quoi ?", "agi-definition"),
        ("A qui appartient le Vision Fund ?", "vision-fund-owner"),
        ("Qui a fonde Anthropic ?", "anthropic-founders"),
    ],
    "no apostrophes": [
        ("Quel est l objectif de Nvidia ?", "nvidia-goal"),
        ("Qu est ce que l AGI ?", "agi-definition"),
        ("Quel est le chiffre d affaires d OpenAI ?", "openai-revenue"),
        ("What is OpenAIs revenue?", "openai-revenue"),
        ("Whats Altmans goal?", "altman-goal"),
    ],
    "glued elisions": [
        ("cest quoi lagi", "agi-definition"),
        ("cest quoi lobjectif dAltman", "altman-goal"),
        ("quel est le chiffre daffaires dopenai", "openai-revenue"),
        ("quest ce que lagi", "agi-definition"),
        ("combien dutilisateurs a chatgpt", "chatgpt-users"),
    ],
    "curly apostrophes": [
        ("Qu’est-ce que l’AGI selon OpenAI ?", "agi-definition"),
        ("Quel est le chiffre d’affaires d’OpenAI ?", "openai-revenue"),
        ("What is Altman’s goal?", "altman-goal"),
    ],
    "names": [
        ("combien a couté gpt4 ?", "gpt4-cost"),
        ("combien a coûté gpt 4 ?", "gpt4-cost"),
        ("combien a coûté Gpt-4 ?", "gpt4-cost"),
        ("how much did gpt4 cost", "gpt4-cost"),
        ("how much did gpt 4 cost", "gpt4-cost"),
        ("what is open ai's revenue?", "openai-revenue"),
        ("quel est le chiffre d'affaires d'open ai ?", "openai-revenue"),
        ("combien d'utilisateurs a chat gpt ?", "chatgpt-users"),
        ("how many users does chat gpt have", "chatgpt-users"),
        ("de quel pays est soft bank ?", "softbank-country"),
    ],
    "slang and SMS": [
        ("cb a couté gpt4 svp", "gpt4-cost"),
        ("ct combien gpt4 ?", "gpt4-cost"),
        ("c koi l'agi", "agi-definition"),
        ("ki a investi ds anthropic", "anthropic-investors"),
        ("pk apple investirait ds openai", "apple-reason"),
        ("cb d'utilisateurs a chatgpt", "chatgpt-users"),
        ("il vient doù softbank, quel pays ?", "softbank-country"),
        ("hw much did gpt4 cost pls", "gpt4-cost"),
        ("whos the founder of anthropic", "anthropic-founders"),
        ("y would apple invest in openai", "apple-reason"),
        ("wats agi", "agi-definition"),
        ("is metas model free or wat", "meta-free"),
    ],
    "capitals": [
        ("COMBIEN A COÛTÉ GPT-4 ?", "gpt4-cost"),
        ("QUI A INVESTI DANS ANTHROPIC ?", "anthropic-investors"),
        ("QUEL EST L'OBJECTIF DE NVIDIA ?", "nvidia-goal"),
        ("HOW MANY USERS DOES CHATGPT HAVE?", "chatgpt-users"),
        ("WHO OWNS THE VISION FUND?", "vision-fund-owner"),
        ("hOw MuCh DiD gPt-4 CoSt?", "gpt4-cost"),
    ],
    "no punctuation": [
        ("combien a coûté gpt-4", "gpt4-cost"),
        ("le modèle de meta est il gratuit", "meta-free"),
        ("who invested in anthropic", "anthropic-investors"),
    ],
    "much punctuation": [
        ("Combien a coûté GPT-4 ???!!!", "gpt4-cost"),
        ("…combien a coûté GPT-4…", "gpt4-cost"),
        ("«Qui a investi dans Anthropic ?»", "anthropic-investors"),
        ("Who founded Anthropic?!?!", "anthropic-founders"),
    ],
    "emoji": [
        ("🤔 Combien a coûté GPT-4 ? 💸💸", "gpt4-cost"),
        ("Who founded 🏗️ Anthropic 🤷🏽‍♀️?", "anthropic-founders"),
        ("<:think:123456789012345678> le modèle de Meta est-il gratuit ?", "meta-free"),
        ("<a:dance:123456789012345678> How many users does ChatGPT have?", "chatgpt-users"),
    ],
    "markdown": [
        ("**Combien** a _coûté_ `GPT-4` ?", "gpt4-cost"),
        ("> Qui a investi dans ~~Anthropic~~ ?", "anthropic-investors"),
        ("# Who founded **Anthropic**?", "anthropic-founders"),
        ("||How many users does ChatGPT have?||", "chatgpt-users"),
    ],
    "mentions and links": [
        ("<@123456789012345678> combien a coûté GPT-4 ?", "gpt4-cost"),
        ("<@!123456789012345678> how much did GPT-4 cost?", "gpt4-cost"),
        ("<@&123456789012345678> <#123456789012345678> qui a fondé Anthropic ?", "anthropic-founders"),
        ("Who founded Anthropic? https://example.com/a?b=c#d", "anthropic-founders"),
        ("[Who founded Anthropic?](https://example.com)", "anthropic-founders"),
        ("</ask:123456789012345678> combien d'utilisateurs a ChatGPT ?", "chatgpt-users"),
        ("<t:1700000000:R> Qui a investi dans Anthropic ?", "anthropic-investors"),
    ],
    "stretched letters": [
        ("combieeeen a coûté gpt-4 ?", "gpt4-cost"),
        ("Whoooo founded Anthropic?", "anthropic-founders"),
    ],
}  # fmt: skip

ROWS = [pytest.param(text, fact, id=f"{what}: {text}") for what, rows in CASES.items() for text, fact in rows]


@pytest.mark.parametrize(("text", "fact"), ROWS)
def test_spelling(answerer: Answerer, text: str, fact: str) -> None:
    """However it is written, a question gets the fact that its printed form gets."""
    assert (fact,) == answerer.answer(text).facts
