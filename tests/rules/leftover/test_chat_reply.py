"""Replies in the shapes assistants use, and sentences of people that come close."""

from __future__ import annotations

import pytest
from textlint_leftover.chat_reply import chat_reply

from textlint.model import Severity
from textlint.testing import check, check_examples

LEAD = "The lighthouse on Skarholm was switched off on Monday after ninety years of service."

REPLIES = [
    "Sure! Here's a rewritten version of the article:",
    "Sure, here is a 300-word summary of the press release:",
    "Of course! Below is the blog post in a friendlier tone.",
    "Certainly, here are five SEO-friendly titles for your article:",
    "Absolutely! I'd be happy to help. Here's the revised paragraph:",
    "Here is the rewritten article:",
    "Here's a paraphrased version of the text:",
    "Below is the rephrased content with a more formal tone:",
    "Here is a revised version of your article:",
    "Here is a possible rewrite:",
    "I have rewritten your article to make it more engaging.",
    "I've paraphrased the text while keeping its meaning.",
    "This rewritten version keeps the facts while maintaining the original tone.",
    "As an AI language model, I cannot form opinions on lighthouses.",
    "As an AI, I don't have personal experience of the island.",
    "I'm just an AI assistant, so please check these figures.",
    "My knowledge cutoff is September 2021.",
    "As of my last knowledge update in January 2022, the light was still burning.",
    "I'm sorry, but I cannot fulfill this request.",
    "I'm sorry, but as an AI language model, I cannot complete this task.",
    "I apologize, but I am unable to access external links.",
    "Sorry, I can't assist with that request.",
    "I cannot provide content of that kind as it goes against OpenAI use policy.",
    "Please provide the text you would like me to rewrite.",
    "Please provide me with the article you want me to paraphrase.",
    "It seems you haven't included the article. Could you share it?",
    "Let me know if you'd like me to adjust the tone or length!",
    "Let me know if you need any further revisions.",
    "Would you like me to turn this into a newsletter article?",
    "If you'd like, I can also rewrite it for a younger audience.",
    "If you want, I can create a shorter version for social posts.",
    "I hope this rewritten version meets your needs.",
    "Here is the article rewritten in a more engaging tone:",
    "Here are three alternative headlines for your consideration:",
    "The following is a rewritten version of the article:",
    "Rewritten article:",
    "My knowledge was last updated in January 2022.",
    "I don't have access to real-time information.",
    "I'm sorry, I can't assist with that.",
    "Is there anything else you would like me to help with?",
    "Would you like me to expand on any section?",
    "Could you please provide the article text?",
    "I cannot browse the internet.",
    "Regenerate response",
    "<|im_end|>",
    "Claro, aquí tienes una versión del artículo:",
    "Como modelo de lenguaje, no tengo opiniones.",
    "Bien sûr ! Voici une version reformulée du texte :",
    "En tant qu'IA, je n'ai pas accès à ces données.",
    "Natürlich! Hier ist der überarbeitete Artikel:",
    "Als KI-Sprachmodell habe ich keinen Zugriff auf Fahrpläne.",
    "Claro! Aqui está uma versão do artigo:",
    "Certo! Ecco una versione del testo:",
    "Natuurlijk! Hier is een herschreven versie van het artikel:",
    "Oczywiście! Oto nowa wersja artykułu:",
    "Конечно! Вот переписанная версия статьи:",
    "Как языковая модель, я не имею доступа к расписанию.",
    "当然！以下是改写后的文章：",
    "好的，以下是为您撰写的文章：",
    "もちろんです。以下はリライトした記事です。",
]

ORDINARY = [
    "Sure, here is the thing nobody tells you about lighthouses.",
    "Of course, here are the people who kept the lamp: the Bergs and the Lunds.",
    "Certainly there are louder places.",
    "Here is the revised timetable:",
    "Here's the updated version of the bill that the council passed.",
    "Here is a rewritten version of the function:",
    "Here is how we rewrote the article about the ferry.",
    "As an AI company, we train models on charts.",
    "As an AI language model, Tern-2 predicts fog.",
    "The model has a knowledge cutoff of 2023.",
    "As of my last update, the kiosk was closed.",
    "I'm sorry, but I can't agree with the harbour master.",
    "I apologize, but I have to leave the island tonight.",
    "I cannot access the website of the harbour today.",
    "I can't write articles about fog any more.",
    "I don't have access to the lamp room.",
    "Could you please share the story with your friends?",
    "The rewritten article appeared in June.",
    "I cannot provide a better reason than the fog.",
    "Please provide your name and the date of your visit.",
    "Please provide the information required by law.",
    "It looks like you can walk there at low tide.",
    "Let me know if you'd like to come along next year.",
    "Let me know if you want me to write about the foghorn next week.",
    "If you want, I can show you the lens.",
    "Would you like me to sign the guest book?",
    "If you like, I could ask the keeper for a key.",
    "The crew rebuilt the tower while maintaining the original colour.",
    "I have revised the article to correct the keeper's name.",
    "Regenerate the token in your account settings.",
    "Voici la liste des phares :",
    "Aquí está el faro.",
    "Hier ist der Text der Rede:",
    "Ecco il testo della legge:",
    "The visitor: As an AI language model, I cannot swim.",
    "He typed: As an AI language model, I cannot swim.",
]


@pytest.mark.parametrize("sentence", REPLIES)
def test_a_reply_is_found_before_and_after_an_article(sentence: str) -> None:
    for text in (f"{sentence}\n\n{LEAD}\n", f"{LEAD}\n\n{sentence}\n"):
        seen = check(chat_reply, text)
        assert [item.text for item in seen] == [sentence]
        assert seen[0].finding.severity is Severity.ERROR


@pytest.mark.parametrize("sentence", ORDINARY)
def test_what_people_write_is_no_reply(sentence: str) -> None:
    assert check(chat_reply, f"{LEAD}\n\n{sentence}\n\n{LEAD}\n") == []


def test_examples() -> None:
    check_examples(chat_reply)


def test_neighbouring_sentences_are_one_finding() -> None:
    closing = "I hope this helps! Let me know if you'd like me to shorten it."
    assert [s.text for s in check(chat_reply, f"{LEAD} {closing}")] == [closing]


def test_a_closing_alone_is_a_note() -> None:
    (seen,) = check(chat_reply, f"{LEAD}\n\nI hope this helps!\n")
    assert seen.finding.severity is Severity.NOTE


def test_a_closing_counts_in_a_document_with_a_reply() -> None:
    text = f"Certainly! Here is the article:\n\n{LEAD}\n\nI hope this helps!\n"
    assert [s.finding.severity for s in check(chat_reply, text)] == [Severity.ERROR] * 2


def test_articles_about_chatbots_may_list_their_phrases() -> None:
    text = (
        "# How to spot chatbot text\n\nLook for these:\n\n"
        "- As an AI language model, I cannot\n- I cannot fulfill this request\n"
    )
    assert check(chat_reply, text) == []
