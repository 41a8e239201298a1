"""Texts about invented places for the examples of `repetition/near-duplicate`."""

from __future__ import annotations

REPORT = """\
# The Regal opens again

Dorrit Vane has bought the last cinema of Ellsmouth. The Regal had been dark since its owner fell ill,
and the council had already been asked for leave to turn it into flats.

Vane, who once sold tickets there, wants to show old films on weekdays and new ones on Saturdays. She
will keep the red curtain and the organ, which needs 62 new pipes, and she is looking for somebody who
can still play it.

The first evening is planned for the autumn. Until then the roof has to be mended, for which a local
builder has offered his help, and the seats must be cleaned one by one.
"""

PAGE = (
    REPORT
    + """
Most read

Harbour fees go up

Lost dog found in Pell Street

Your horoscope for today
"""
)

LETTER = """\
# A cinema is more than films

It is a fine thing that the Regal opens again, but who will go there on a wet Tuesday? When I was a
boy we queued because there was nothing else. Today everybody has a screen in his pocket. If the new
owner wants us to come, she should serve decent soup and turn the heating up.
"""

NOTICE = """\
# Road works in {month}

The roads department informs all residents of {street} that the surface of the carriageway will be
renewed in {month}. Parking is not allowed while the work goes on, and buses use the stop at the market
instead. The work is done by {firm} and costs {cost} crowns. Please move your car in good time and keep
the pavement free for those who need it. Questions are answered at the town hall every morning.
"""

SALE = "Jumble sale in the parish hall on Sunday. Cakes are welcome, and so are strong arms.\n"

POEM = """\
The tide comes in, the tide goes out, and nobody asks it why; the gulls on the wall of the harbour shout
at everything passing by. The boats lie still with their bellies bare and wait for the water's hand, and
an old man mends with a patient stare his nets on the sunlit sand.
"""
