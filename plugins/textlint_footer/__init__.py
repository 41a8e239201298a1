"""The rules of family `footer`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from textlint_footer.ad_slot import ad_slot
    from textlint_footer.bare_timestamp import bare_timestamp
    from textlint_footer.breadcrumb import breadcrumb
    from textlint_footer.comment_form import comment_form
    from textlint_footer.cookie_notice import cookie_notice
    from textlint_footer.copyright_line import copyright_line
    from textlint_footer.empty_widget import empty_widget
    from textlint_footer.newsletter_call import newsletter_call
    from textlint_footer.pagination import pagination
    from textlint_footer.read_more import read_more
    from textlint_footer.related_links import related_links
    from textlint_footer.repeated_block import repeated_block
    from textlint_footer.share_bar import share_bar
    from textlint_footer.syndication_credit import syndication_credit
    from textlint_footer.tag_list import tag_list
    from textlint_footer.truncated_end import truncated_end

    return [
        repeated_block,
        ad_slot,
        bare_timestamp,
        breadcrumb,
        comment_form,
        cookie_notice,
        copyright_line,
        empty_widget,
        newsletter_call,
        pagination,
        read_more,
        related_links,
        share_bar,
        syndication_credit,
        tag_list,
        truncated_end,
    ]
