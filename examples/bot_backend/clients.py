"""A client for each person, all of them on the connections of one."""

from __future__ import annotations

from collections import OrderedDict

from ejento_async import EjentoClient, UserToken

from .people import Person, Shelf


class Clients:
    """Lends a client that acts for a person.

        me = await clients.of(person).v2.users.get_me()

    A client is light, and holds no more than the tokens of its person. Those that were used least
    recently are forgotten; whoever holds one may go on with it.

    Args:
        ejento: whose connections and settings to use. With `max_retries=0` the bot says at once
            that it is crowded, rather than keep somebody waiting for a word.
        application_secret: what lets us act for anybody.
        shelf: keeps the tokens, so that neither a restart nor a forgotten client costs a login.
        most: clients to keep.
    """

    def __init__(
        self, ejento: EjentoClient, application_secret: str, shelf: Shelf, *, most: int = 1_000
    ) -> None:
        self._ejento = ejento
        self._secret = application_secret
        self._shelf = shelf
        self._most = most
        self._clients: OrderedDict[Person, EjentoClient] = OrderedDict()

    def of(self, person: Person) -> EjentoClient:
        """Return the client of a person; all who ask for it get the same one."""
        client = self._clients.get(person) or self._made_for(person)
        self._clients[person] = client
        self._clients.move_to_end(person)
        if len(self._clients) > self._most:
            self._clients.popitem(last=False)
        return client

    def __len__(self) -> int:
        return len(self._clients)

    def _made_for(self, person: Person) -> EjentoClient:
        store = self._shelf.tokens(person)
        token = UserToken(person.email, person.full_name, self._secret, store=store)
        return self._ejento.acting_as(token)
