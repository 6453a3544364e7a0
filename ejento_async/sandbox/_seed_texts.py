"""The documents that every sandbox begins with."""

from __future__ import annotations

LEAVE_POLICY = """\
# Annual leave

Every full-time employee has 25 days of paid annual leave a year, and part-time employees have a
share of them. Leave that is not taken by 31 March of the next year expires, but up to 5 days can
be carried over with the consent of your manager. Ask for annual leave in the HR portal at least
two weeks ahead.

# Sick leave

If you are ill, tell your manager before 10 o'clock on the first day. From the third day on, a
doctor's note is needed. Sick leave is paid in full for six weeks.

# Parental leave

Parents may take 16 weeks of paid parental leave within two years of the birth or adoption of a
child. Parental leave can be taken in one piece or in up to three parts.

# Unpaid leave

Unpaid leave of up to three months can be granted once in five years. Write to people@example.com
to ask for it.
"""

EXPENSES = """\
# Travel

Trains are booked in second class and flights in economy class. Hotels may cost up to 150 euros a
night.

# Meals

Meals on a journey are refunded up to 40 euros a day; keep the receipts.

# Claims

Submit expense claims in the finance portal by the fifth day of the next month. Claims are paid
with the next salary.
"""

REMOTE_WORK = """\
<html><head><title>Remote work</title><style>p {margin: 0}</style></head><body>
<h1>Remote work</h1>
<p>You may work from home up to three days a week. Your team agrees on the days.</p>
<p>Working from abroad needs the approval of the legal department
and is limited to 20 days a year.</p>
</body></html>
"""

RELEASE_NOTES = """\
# Streaming

Agents now answer as a stream of server-sent events, so that the first words appear at once.

# Indexing

Documents are indexed in the background. A document is ready for questions when its step is
completed.
"""
