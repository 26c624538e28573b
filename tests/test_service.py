"""The service: it answers from one base, and a reload swaps that whole or not at all."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.errors import BrokenBaseError
from bot.measured import NAME
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
    assert (("gpt4-cost",), (), (), True) == (report.changed, report.added, report.removed, report.is_fit)
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
    assert not report.is_fit
    assert any("anwser" in str(fault) for fault in report.faults)
    assert before is service.base


class TestCandidates:
    """A base that is prepared and not yet in service; the small one, which compiles at once."""

    @pytest.fixture
    def folder(self, small_base: Path, tmp_path: Path) -> Path:
        """A copy of the small base."""
        return Path(shutil.copytree(small_base, tmp_path / "base"))

    async def test_prepared_base_waits_until_it_is_applied(self, service: Service, folder: Path) -> None:
        """Reading alone changes nothing; applying does, once."""
        before = service.base
        _change(folder, "is 80 million", "is some 80 million")
        preview = await service.prepare()
        waiting = service.base
        outcomes = [await service.apply(preview.digest), await service.apply(preview.digest)]

        assert before is waiting
        assert ("zorvex-revenue",) == preview.changed
        assert ["applied", "outdated"] == outcomes
        assert preview.digest == service.base.digest

    async def test_edited_since_is_not_applied(self, service: Service, folder: Path) -> None:
        """What nobody has seen does not go into service, nor does what the folder no longer holds."""
        before = service.base
        _change(folder, "is 80 million", "is some 80 million")
        seen = await service.prepare()
        _change(folder, "is some 80 million", "is nearly 80 million")
        edited = await service.apply(seen.digest)
        await service.prepare()

        assert ["outdated", "outdated"] == [edited, await service.apply(seen.digest)]
        assert before is service.base

    async def test_discarded_candidate_is_gone(self, service: Service, folder: Path) -> None:
        """After a cancel there is nothing to apply."""
        _change(folder, "is 80 million", "is some 80 million")
        preview = await service.prepare()
        service.discard(preview.digest)

        assert "outdated" == await service.apply(preview.digest)

    async def test_base_below_the_floor_is_forced_or_refused(self, service: Service, folder: Path) -> None:
        """A reload keeps the base from before and tells which questions fail; forced, the new one answers."""
        before = service.base
        _change(folder, "    en:\n", "    en:\n      - The price of Kalmio?\n", "absences/kalmio.yaml")
        preview = await service.reload()
        kept = service.base
        outcomes = [await service.apply(preview.digest), await service.apply(preview.digest, forced=True)]

        assert (False, before) == (preview.is_fit, kept)
        assert ["The price of Kalmio?"] == [question.text for question in preview.examination.failed]
        assert ["unfit", "applied"] == outcomes
        assert preview.digest == service.base.digest

    async def test_figures_of_the_evaluation_come_with_their_base(
        self, service: Service, folder: Path
    ) -> None:
        """Applied together; measured anew on the same base, they are there at the next reading."""
        before = service.measured
        shutil.copy(ROOT / "facts" / NAME, folder / NAME)
        _change(folder, "is 80 million", "is some 80 million")
        preview = await service.prepare()
        waiting = service.measured
        await service.apply(preview.digest)
        applied = service.measured
        (folder / NAME).unlink()
        await service.prepare()

        assert (None, None) == (before, waiting)
        assert applied is not None
        assert service.measured is None

    async def test_unchanged_folder_offers_nothing(self, service: Service) -> None:
        """Where nothing has changed, there is no candidate."""
        preview = await service.prepare()

        assert (True, False) == (preview.is_fit, preview.is_other)
        assert "outdated" == await service.apply(preview.digest)


def _change(folder: Path, old: str, new: str, name: str = "biscuits.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


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
