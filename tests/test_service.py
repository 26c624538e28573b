"""The service: it answers from one base, and a reload swaps that whole or not at all."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.errors import BrokenBaseError
from bot.service import Asked, Service
from bot.settings import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped facts."""
    return Path(shutil.copytree(ROOT / "facts", tmp_path_factory.mktemp("service") / "facts"))


@pytest.fixture
def service(folder: Path) -> Service:
    """A service over the copy."""
    return Service(folder)


async def test_a_reload_takes_over_while_questions_are_answered(service: Service, folder: Path) -> None:
    """Questions put during a reload are all answered; those after it get the new words."""
    topic = folder / "openai.yaml"
    whole = topic.read_text(encoding="utf-8")
    answer = service.base.facts["gpt4-cost"].answer.en
    topic.write_text(whole.replace(answer, f"In short: {answer}"), encoding="utf-8")
    try:
        reload = asyncio.create_task(service.reload())
        during = []
        while not reload.done():
            during.append(await service.serve(Asked("How much did GPT-4 cost?")))
            await asyncio.sleep(0.01)
        report = reload.result()
    finally:
        topic.write_text(whole, encoding="utf-8")
    after = await service.serve(Asked("How much did GPT-4 cost?"))
    assert (("gpt4-cost",), (), (), True) == (report.changed, report.added, report.removed, report.is_live)
    assert during
    assert all(reply.facts == ("gpt4-cost",) for reply in during)
    assert f"In short: {answer}" == after.text


async def test_a_broken_folder_changes_nothing(service: Service, folder: Path) -> None:
    """The faults are told, and the base from before goes on answering."""
    topic = folder / "openai.yaml"
    whole = topic.read_text(encoding="utf-8")
    before = service.base
    topic.write_text(whole.replace("    answer:", "    anwser:", 1), encoding="utf-8")
    try:
        report = await service.reload()
    finally:
        topic.write_text(whole, encoding="utf-8")
    assert not report.is_live
    assert any("anwser" in str(fault) for fault in report.faults)
    assert before is service.base


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """There is no service without a whole base."""
    with pytest.raises(BrokenBaseError):
        Service(tmp_path / "none")


async def test_a_fact_is_recalled_as_if_its_question_were_asked(service: Service) -> None:
    """A button gives its very fact, with its place and what to ask next; a fact that is gone gives nothing."""
    reply = service.recall("gpt4-cost", "fr")
    assert reply is not None
    assert (("gpt4-cost",), "answer", "fr") == (reply.facts, reply.outcome, reply.language)
    assert reply.paragraph.startswith("Dans l'article")
    assert reply.offers
    assert service.recall("no-such-fact", "fr") is None


def test_completion_ranks_canonical_questions(service: Service) -> None:
    """What is typed finds its question first; nothing typed lists from the start."""
    assert "How much did GPT-4 cost?" == service.complete("gpt-4 cost", "en", 5)[0]
    assert 25 == len(service.complete("", "fr", 25))
