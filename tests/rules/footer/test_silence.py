"""Texts that look like page furniture and are not."""

from __future__ import annotations

import pytest

from .pages import findings

SILENT = {
    "a label with its link": "Read more: [How the lock was built](https://example.org/lock)\n",
    "a dated correction": "Updated 4 May 2024, 08:04: the lock weighs four tonnes, not five.\n",
    "a further-reading list": (
        "The lock was rebuilt in spring.\n\n## See also\n\n"
        "- [Locks of the Stour](https://example.org/a)\n- [The flood](https://example.org/b)\n"
    ),
    "a list of links at the end": (
        "The lock was rebuilt in spring.\n\n## Related articles\n\n"
        "* [Locks of the Stour](https://example.org/a)\n* [The flood](https://example.org/b)\n"
    ),
    "an author's own call with its link": (
        "The lock was rebuilt in spring.\n\n"
        "[Subscribe to our newsletter](https://example.org/letter) to read the next part.\n"
    ),
    "a bio": (
        "The lock was rebuilt in spring.\n\n*Ada Moor writes about rivers. She lives on a barge and "
        "can be found on Mastodon.*\n"
    ),
    "a licence": (
        "The lock was rebuilt in spring.\n\n## License\n\nCopyright © 2024 Ada Moor. All rights "
        "reserved.\n"
    ),
    "the public domain": (
        "The lock was rebuilt in spring.\n\nThis document has been placed in the public domain.\n"
    ),
    "a readme": (
        "# lockgate\n\nOpens the gate.\n\n## Install\n\n`pip install lockgate`\n\n## Support\n\nWrite "
        "to the keeper.\n\n## Contact\n\nkeeper@example.org\n\n## License\n\nMIT © Ada Moor\n"
    ),
    "a manual's sections": (
        "# API\n\n## Subscribe\n\nReturns a token.\n\n## Share\n\nOpens the dialog of the system.\n\n"
        "## Comments\n\nA comment begins with `#`.\n\n## Related\n\nSee the guide for the gate.\n"
    ),
    "a tutorial about share buttons": (
        "# Share buttons without tracking\n\nEach button is a link. We make one for each network:\n\n"
        "- Facebook\n- Twitter\n- LinkedIn\n- Reddit\n\nPut them under the article.\n"
    ),
    "a changelog": (
        '## 2.1.0\n\n- A "Read more" link may carry a label.\n- The counter said "0 comments" on '
        "pages without comments.\n- The share bar is off by default.\n- Cookie notices per region.\n"
    ),
    "a schedule": (
        "# Opening hours\n\n- 2024-05-04 08:00\n- 2024-05-05 09:00\n- 2024-05-06 09:00\n"
    ),
    "a log": "2024-05-04 08:04\n\nBoat through.\n\n2024-05-04 09:30\n\nGate shut again.\n",
    "a cookie policy": (
        "# Cookie policy\n\nWe use cookies to remember your language and nothing else. You can "
        "accept or reject each of them in the settings of your browser.\n\n## Which cookies we use\n\n"
        "One is called `lang`. It is deleted after a year. The privacy policy says more.\n"
    ),
    "tags in the front matter": "---\ntags:\n- newsletter\n- share\n---\n\nThe lock opened.\n",
    "a poem": (
        "The lock\n\nHome again,\nthe water says,\nhome, contact, search,\nthe gate replies\n\n"
        "and no one is surprised.\n"
    ),
    "a dialogue": (
        "“Share?” he asked.\n\n“Comments?”\n\n“None.”\n\n“Next,” said the keeper.\n\n“Previous!” "
        "she shouted from the boat, and that was the end of it.\n"
    ),
    "quoted furniture": "> Share this:\n>\n> Facebook\n>\n> Leave a Reply\n",
    "code": "```\nShare this:\nLeave a Reply\nSorry. No data so far.\n```\n",
    "a table": "| Button | Text |\n|---|---|\n| share | Share this: |\n| more | Read more |\n",
    "a path in a program": "Open Home > Settings > Network and press Reset.\n",
    "links between chapters": (
        "The lock was rebuilt in spring.\n\n[Previous: the flood](flood.md) | [Next: the "
        "gate](gate.md)\n"
    ),
    "a picture credit": "The lock was rebuilt in spring.\n\nPhoto: © Ada Moor\n",
    "a dateline": "4 May 2024\n\nThe lock was rebuilt in spring.\n",
    "an agency's notice": (
        "The lock was rebuilt in spring.\n\n© 2019 River Press. All rights reserved. This material may "
        "not be published, broadcast, rewritten or redistributed.\n"
    ),
    "a man page": "The gate opens.\n\nSEE ALSO\n========\nlock(1), weir(8)\n",
    "a press release's boilerplate": (
        "The lock was rebuilt in spring.\n\nAbout Stour Yard\n\nStour Yard has built lock gates since "
        "1911. It employs forty people and two dogs.\n"
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
@pytest.mark.parametrize("filename", ["good.md", "good.txt"])
def test_silence(text: str, filename: str) -> None:
    if filename == "good.txt" and text.startswith(("---", ">", "```", "|")):
        text = f"The lock was rebuilt in spring.\n\n{text.splitlines()[0]}\n"
    assert [(f.rule, f.message) for f in findings(text, filename)] == []
