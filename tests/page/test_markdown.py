"""Discord's markdown as the page reads and draws it; the reader runs in the browser."""

from typing import Any

from playwright.async_api import Page, expect

from bot.playground.model import Channel
from bot.playground.people import Person
from bot.playground.server import Playground

# Shorthand of a tree: blocks and marks as `kind(children)`, words as they are.
SHORT = """
const short = (node) => node.kind === "text" ? node.text
  : `${node.kind}(${node.children ? node.children.map(short).join("") : node.text ?? node.id ?? node.at})`;
"""
MARKS = {
    "plain": "paragraph(plain)",
    "**a** *b* _c_ __d__ ~~e~~": "paragraph(bold(a) italic(b) italic(c) underline(d) strike(e))",
    "***a*** **b *c***": "paragraph(bold(italic(a)) bold(b italic(c)))",
    "__*a*__ ~~**b**~~": "paragraph(underline(italic(a)) strike(bold(b)))",
    "snake_case_name and 2*3*4": "paragraph(snake_case_name and 2italic(3)4)",
    "2 * 3 * 4": "paragraph(2 * 3 * 4)",
    r"\*not\* \_this\_ \\": r"paragraph(*not* _this_ \)",
    "**open and _open": "paragraph(**open and _open)",
    "****": "paragraph(****)",
    "`a **b**` ``c ` d``": "paragraph(code(a **b**) code(c ` d))",
    "||a **b**||": "paragraph(spoiler(a bold(b)))",
    "one\ntwo **three\nfour**": "paragraph(one\ntwo bold(three\nfour))",
    "# A\n## B\n### C\n#### D\n#E": "heading-1(A)heading-2(B)heading-3(C)paragraph(#### D\n#E)",
    "-# small **b**\n-#no": "subtext(small bold(b))paragraph(-#no)",
    "> a\n> b\nc": "quote(paragraph(a\nb))paragraph(c)",
    ">>> a\nb\n\nc": "quote(paragraph(a\nb\n\nc))",
    "> # A\n> - b": "quote(heading-1(A)bullets(item(b)))",
    ">a": "paragraph(>a)",
    "- a\n* b\n  - c\n    - d\n- e": "bullets(item(a)item(bbullets(item(cbullets(item(d)))))item(e))",
    "- a\n1. b\n2. c": "bullets(item(a))numbers(item(b)item(c))",
    "-a\n1.b": "paragraph(-a\n1.b)",
    "```\n*a*\n```": "code-block(*a*)",
    "x ```py\na = 1\n``` y": "paragraph(x )code-block(a = 1)paragraph( y)",
    "a\n```diff\n+ b\n```\nc": "paragraph(a)code-block(+ b)paragraph(c)",
    "``````": "paragraph(``````)",
    "<@1> <@!2> <#3> </ask me:4> <@x>": "paragraph(user(1) user(2) channel(3) command(4) <@x>)",
    "<t:0> <t:1700000000:R> <t:1:x>": "paragraph(time(0) time(1700000000) <t:1:x>)",
    "<t:1:s> <t:1:S> <t:9999999999999>": "paragraph(time(1) time(1) <t:9999999999999>)",
    "<@&12>": "paragraph(user(12))",
    "[https://a.example <#1>](https://b.example)": "paragraph(link(https://a.example <#1>))",
    "> ```\n> x\n> ```\ny": "quote(code-block(x))paragraph(y)",
    "> a\n>>> b\n```\nc\n```": "quote(paragraph(a))quote(paragraph(b)code-block(c))",
    "```\n> a\n```": "code-block(> a)",
    "> ```\nx\n```": "quote(paragraph(```))paragraph(x\n```)",
    "```a```\nb\n```c```": "code-block(a)paragraph(b)code-block(c)",
    "<:smile:123> <a:wave:9>": "paragraph(:smile: :wave:)",
    "https://a.example/x_y_z.": "paragraph(link(https://a.example/x_y_z).)",
    "(https://a.example/b)": "paragraph((link(https://a.example/b)))",
    "<https://a.example> <javascript:alert(1)>": "paragraph(link(https://a.example) <javascript:alert(1)>)",
    "[**a**](https://a.example/b_(c)) [d](<https://e.example>)": "paragraph(link(bold(a)) link(d))",
    '[a](https://b.example "title")': "paragraph(link(a))",
    "[a](javascript:alert(1)) [b](ftp://c.example)": "paragraph([a](javascript:alert(1)) [b](ftp://c.example))",
    "": "",
}


async def test_marks_are_read_as_discord_reads_them(page: Page) -> None:
    """Each text gives its tree."""
    script = (
        f"async (texts) => {{ {SHORT} const m = await import('/page/markdown.js');"
        "return Object.fromEntries(texts.map((text) => [text, m.parse(text).map(short).join('')])); }"
    )

    assert await page.evaluate(script, list(MARKS)) == MARKS


async def test_addresses_of_links_are_kept_whole(page: Page) -> None:
    """Parentheses belong to an address, and the marks of the text do not change it."""
    script = (
        "async (text) => (await import('/page/markdown.js')).parse(text)[0].children.map((n) => n.address)"
    )

    assert ["https://a.example/b_(c)"] == await page.evaluate(script, "[x](https://a.example/b_(c))")
    assert ["https://a.example/*b*"] == await page.evaluate(script, "[x](https://a.example/*b*)")


async def test_hostile_texts_are_read_to_their_end(page: Page) -> None:
    """Texts made of marks alone end, and none is lost."""
    script = "async (texts) => { const m = await import('/page/markdown.js'); return texts.map((text) => m.parse(text).length); }"
    texts = [
        "*" * 2000,
        "_*" * 1000,
        "[" * 2000,
        "||" * 1000,
        "> " * 1000,
        "`" * 2000,
        "**a " * 500,
        "<t:" * 600,
    ]

    assert all(blocks > 0 for blocks in await page.evaluate(script, texts))


async def test_text_never_becomes_elements(page: Page, channel: Channel, alice: Person) -> None:
    """HTML in a message, and in a name, is shown as the text that it is."""
    alice.user.global_name = "<b>Alice</b>"
    alice.say(channel, "<img src=x onerror=alert(1)> **<i>gras</i>**")

    row = page.locator(".message")
    await expect(row).to_contain_text("<img src=x onerror=alert(1)> <i>gras</i>")
    await expect(row).to_contain_text("<b>Alice</b>")
    assert 0 == await row.locator("img, i, b").count()


async def test_masked_links_are_links_of_the_bot_alone(
    page: Page, channel: Channel, alice: Person, playground: Playground
) -> None:
    """A person's `[words](address)` stays text with a bare link in it; a bot's is a link that leads out safely."""
    text = "[mots](https://example.org/a)"
    alice.say(channel, text)
    playground.world.post(channel, playground.world.bot, content=text)

    person, bot = page.locator(".message .text").nth(0), page.locator(".message .text").nth(1)
    await expect(person).to_have_text("[mots](https://example.org/a)")
    await expect(bot).to_have_text("mots")
    link = bot.get_by_role("link", name="mots")
    assert "https://example.org/a" == await link.get_attribute("href")
    assert "noopener noreferrer nofollow" == await link.get_attribute("rel")
    assert "_blank" == await link.get_attribute("target")


async def test_spoiler_is_uncovered_by_key_and_stays_so(page: Page, channel: Channel, alice: Person) -> None:
    """Enter on the cover shows the words; a reaction that comes in does not cover them again."""
    message = alice.say(channel, "le ||secret||")
    cover = page.get_by_role("button", name="Texte masqué\u00a0: afficher")
    await expect(page.get_by_text("secret")).to_be_hidden()
    await cover.press("Enter")
    await expect(page.get_by_text("secret")).to_be_visible()

    await expect(page.get_by_text("secret")).to_be_focused()

    alice.react(message, "👍")
    await expect(page.get_by_role("button", name="👍, 1")).to_be_visible()
    await expect(page.get_by_text("secret")).to_be_visible()
    await expect(page.locator(".message")).to_be_focused()


async def test_what_is_mentioned_is_shown_by_name(
    page: Page, channel: Channel, alice: Person, bob: Person, playground: Playground
) -> None:
    """Users, channels, commands and times read as names and dates in the person's language."""
    other = playground.world.add_channel(channel.guild, "autre")  # type: ignore[arg-type]
    bob.say(channel, f"{alice.mention} <#{other.id}> </ask:1> <t:0:D> <@9>")

    await expect(page.locator(".message .text")).to_have_text("@alice #autre /ask 1 janvier 1970 @?")
    await page.get_by_role("link", name="#autre").last.click()
    await expect(page.get_by_role("heading", level=1, name="autre")).to_be_visible()


async def test_a_time_that_no_calendar_holds_stays_as_it_was_typed(
    page: Page, channel: Channel, alice: Person, bob: Person
) -> None:
    """In its message and in the line above a reply; what comes later is shown."""
    asked = bob.say(channel, "<t:9999999999999>")
    alice.say(channel, "réponse", reply_to=asked)

    reply = page.locator(".message", has_text="réponse")
    await expect(reply.locator(".quote")).to_have_text("<t:9999999999999>")
    bob.say(channel, "après")
    await expect(page.get_by_text("après")).to_be_visible()


async def test_code_block_colours_a_difference(page: Page, channel: Channel, alice: Person) -> None:
    """In a block marked diff, added and removed lines differ."""
    alice.say(channel, "```diff\n+ plus\n- moins\n```")

    lines: Any = page.locator(".message pre")
    await expect(lines.locator(".added")).to_have_text("+ plus")
    await expect(lines.locator(".removed")).to_have_text("\n- moins", use_inner_text=False)
