"""The legal line at the foot of a page was copied: "© 2019 Harbour Media. All rights reserved.", the row
"Terms of use | Privacy", "Proudly powered by WordPress".

In a licensed copy it claims the wrong owner; in any copy its links are dead.

**How to fix.** Delete it, and put owner and licence into the metadata, where programs find them.

**Known limits.** A licence line with a link, a section about licence or copyright, and the notice of a
book or a standard are left alone; so are a picture credit and the notice that news agencies require.
A rights line without other residue beside it may be the publisher's own and is only a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textlint.document import Document
from textlint.model import Confidence, Hit, Severity
from textlint.rule import Context, bad, good, rule
from textlint_footer.residue import stretches
from textlint_footer.wording import Evidence


@rule(
    "footer/copyright-line",
    summary="The legal line of a page's foot left in the text.",
    message='The legal line of a page was left behind: "{quote}"{more}{software}.',
    examples=[
        bad(
            "The pier is closed.\n\n© 2019 Harbour Media. All rights reserved.\n",
            at="© 2019 Harbour Media. All rights reserved.",
        ),
        bad(
            "The pier is closed.\n\nCopyright © 2023 Dune & Hale | Sitemap | Privacy Policy\n",
            at="Copyright © 2023 Dune & Hale | Sitemap | Privacy Policy",
        ),
        bad("Пирс закрыт.\n\nВсе права защищены\n", at="Все права защищены"),
        good("## License\n\n© 2024 Ada Moor. All rights reserved.\n", why="a section about rights"),
        good("Photo: © Ada Moor\n", why="a picture credit"),
        good(
            "This text is © 2024 Ada Moor and licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n",
            why="a licence with its link",
        ),
    ],
)
def copyright_line(document: Document, context: Context) -> Iterator[Hit]:
    for stretch in stretches(document, "copyright-line"):
        hit = stretch.hit()
        if stretch.lonely and stretch.wording.evidence < Evidence.ALONE:
            hit = replace(hit, severity=Severity.NOTE, confidence=Confidence.LOW)
        yield hit
