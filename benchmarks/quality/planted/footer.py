"""Page furniture behind a complete article: 3 to 60 lines of it, from a dozen kinds of site."""

from __future__ import annotations

import random

from planted import CLOSE, OPEN, Kind

_HEADLINES = [
    "Why the bakery on Tern Street closes at noon", "Ten quiet beaches for September",
    "Council delays vote on cycle bridge", "How to store apples over winter",
    "Film review: The Lighthouse Keeper's Daughter", "Striker signs for two more seasons",
    "What we know about the harbour fire", "A beginner's guide to sourdough",
]  # fmt: skip
_BLOCKS = [
    ["Read More"], ["Continue reading"], ["Sorry. No posts yet."], ["No comments yet"],
    ["Share this:", "Facebook", "Twitter", "WhatsApp", "Email", "Print"],
    ["Share on Facebook", "Share on X", "Copy link"],
    ["Related Posts", *_HEADLINES[:3]], ["You may also like", *_HEADLINES[3:6]],
    ["Trending now", *_HEADLINES[4:8]],
    ["Subscribe to our newsletter", "Enter your email address", "Sign up"],
    ["Get the day's headlines in your inbox every morning.", "Sign up"],
    ["We use cookies to improve your experience on our site.", "Accept all", "Reject"],
    ["Leave a Reply", "Your email address will not be published. Required fields are marked *",
     "Name *", "Email *", "Website", "Post Comment"],
    ["Home > News > Local > Harbour"], ["« Previous", "Next »"],
    ["Advertisement"], ["ADVERTISEMENT - CONTINUE READING BELOW"],
    ["© 2024 The Ellerby Courier. All rights reserved."],
    ["Tags: harbour, council, budget"], ["Filed under: News, Local"],
    ["Privacy Policy", "Terms of Use", "Contact Us", "About"],
    ["2024-03-18 09:12"], ["Published March 18, 2024 9:12 am"],
    ["12 comments", "Log in to join the conversation"], ["Back to top"],
]  # fmt: skip


def tail(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Append several blocks of furniture, one line each, as a scraper leaves them."""
    lines: list[str] = []
    wanted = chance.choice([3, 6, 12, 25, 60])
    for block in chance.sample(_BLOCKS, len(_BLOCKS)):
        if len(lines) >= wanted:
            break
        lines += block
    lines = lines[: max(wanted, 3)]
    separator = chance.choice(["\n\n", "\n\n", "\n"])
    return [*paragraphs, f"{OPEN}{separator.join(lines)}{CLOSE}"]


KINDS = [Kind("footer", "footer", tail, region=True)]
