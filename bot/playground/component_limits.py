"""Discord's limits on buttons, selects and the inputs of a modal."""

from bot.playground.errors import Json
from bot.playground.form import Form
from bot.playground.model import walk

ROW, BUTTON, TEXT_INPUT = 1, 2, 4
SELECTS = frozenset({3, 5, 6, 7, 8})
# Section, text display, media gallery, file, separator, container: with the flag IS_COMPONENTS_V2 only.
MODERN = frozenset({9, 10, 12, 13, 14, 17})
LABEL = 18
RADIO_GROUP = 21
ROWS = 5
BUTTONS_IN_ROW = 5
MODERN_TOTAL = 40
CUSTOM_ID = 100
BUTTON_LABEL = 80
OPTIONS = 25
OPTION = 100
PLACEHOLDER = 150
LINK_STYLE = 5
STYLES = frozenset(range(1, 6))


def check_components(components: list[Json], modern: bool, form: Form) -> None:
    """Fault the components of a message; `modern` is with the flag IS_COMPONENTS_V2."""
    if not modern:
        form.at_most("components", components, ROWS)
    elif len(list(walk(components))) > MODERN_TOTAL:
        form.fault("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The maximum is 40 components.")
    allowed = frozenset({ROW}) | (MODERN if modern else frozenset())
    for number, part in enumerate(components):
        form.one_of(f"components.{number}.type", part.get("type"), allowed)
    _check_all(components, "components", form)
    _check_unique(components, "components", form)


def check_modal_components(components: list[Json], form: Form) -> None:
    """Fault the components of a modal."""
    form.between("data.components", components, 1, 5)
    for number, part in enumerate(components):
        path = f"data.components.{number}"
        form.one_of(f"{path}.type", part.get("type"), frozenset({ROW, 10, LABEL}))
        if part.get("type") == LABEL:
            form.between(f"{path}.label", part.get("label"), 1, 45)
            form.at_most(f"{path}.description", part.get("description"), 100)
    _check_all(components, "data.components", form)
    _check_unique(components, "data.components", form)


def _check_all(components: list[Json], path: str, form: Form) -> None:
    for number, part in enumerate(components):
        here = f"{path}.{number}"
        _check_one(part, here, form)
        _check_all(part.get("components", []), f"{here}.components", form)
        for key in ("accessory", "component"):
            if key in part:
                _check_one(part[key], f"{here}.{key}", form)


def _check_one(part: Json, path: str, form: Form) -> None:
    kind = part.get("type")
    if kind == ROW:
        _check_row(part.get("components", []), f"{path}.components", form)
    elif kind == BUTTON:
        _check_button(part, path, form)
    elif kind in SELECTS:
        _check_select(part, path, form)
    elif kind == TEXT_INPUT:
        _check_text_input(part, path, form)
    elif kind == RADIO_GROUP:
        form.between(f"{path}.custom_id", part.get("custom_id"), 1, CUSTOM_ID)
        form.between(f"{path}.options", part.get("options"), 2, 10)
        _check_options(part, path, form)


def _check_row(parts: list[Json], path: str, form: Form) -> None:
    form.between(path, parts, 1, BUTTONS_IN_ROW)
    if len(parts) > 1 and any(part.get("type") != BUTTON for part in parts):
        form.fault(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The width of components exceeds the row.")


def _check_button(button: Json, path: str, form: Form) -> None:
    form.one_of(f"{path}.style", button.get("style"), STYLES)
    form.at_most(f"{path}.label", button.get("label"), BUTTON_LABEL)
    if not button.get("label") and not button.get("emoji"):
        form.fault(path, "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji.")
    if button.get("style") != LINK_STYLE:
        form.between(f"{path}.custom_id", button.get("custom_id"), 1, CUSTOM_ID)
    elif "custom_id" in button or not button.get("url"):
        form.fault(path, "BUTTON_COMPONENT_INVALID", "A link button must have a url and no custom id.")


def _check_select(select: Json, path: str, form: Form) -> None:
    form.between(f"{path}.custom_id", select.get("custom_id"), 1, CUSTOM_ID)
    form.at_most(f"{path}.placeholder", select.get("placeholder"), PLACEHOLDER)
    if select.get("type") == min(SELECTS):
        form.between(f"{path}.options", select.get("options"), _choosable(select, path, form), OPTIONS)
    _check_options(select, path, form)


def _choosable(select: Json, path: str, form: Form) -> int:
    """How many options may be chosen at once; as many there must be."""
    least, most = (1 if select.get(key) is None else select[key] for key in ("min_values", "max_values"))
    form.within(f"{path}.max_values", most, 1, OPTIONS)
    form.within(f"{path}.min_values", least, 0, most)
    return int(most)


def _check_options(part: Json, path: str, form: Form) -> None:
    seen = set()
    for number, option in enumerate(part.get("options", [])):
        for name in ("label", "value"):
            form.between(f"{path}.options.{number}.{name}", option.get(name), 1, OPTION)
        if option.get("value") in seen:
            code = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"
            form.fault(f"{path}.options.{number}", code, "The specified option value is already used")
        seen.add(option.get("value"))


def _check_text_input(field: Json, path: str, form: Form) -> None:
    form.between(f"{path}.custom_id", field.get("custom_id"), 1, CUSTOM_ID)
    form.at_most(f"{path}.label", field.get("label"), 45)
    form.at_most(f"{path}.value", field.get("value"), 4000)
    form.at_most(f"{path}.placeholder", field.get("placeholder"), 100)


def _check_unique(components: list[Json], path: str, form: Form) -> None:
    named = [part["custom_id"] for part in walk(components) if "custom_id" in part]
    if len(named) != len(set(named)):
        form.fault(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
