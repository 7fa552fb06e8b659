"""The door: a one-time ticket in the opened address is exchanged for a session, and every form carries a token of that session."""

from __future__ import annotations

import hmac
import secrets
import threading

TICKET = "ticket"  # the name it has in the address


class Door:
    """Tickets not yet used, and the sessions that were opened with one. Lives in memory: when the server stops, all doors are shut."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._tickets: set[str] = set()
        self._sessions: set[str] = set()
        self._lock = threading.Lock()

    def ticket(self) -> str:
        """Gives a new ticket, good for one opening."""
        made = secrets.token_urlsafe(24)
        with self._lock:
            self._tickets.add(made)
        return made

    def exchange(self, ticket: str) -> str | None:
        """Gives a session for a ticket and voids the ticket; None when it is unknown or used."""
        with self._lock:
            found = next((t for t in self._tickets if hmac.compare_digest(t.encode(), ticket.encode())), None)
            if found is None:
                return None
            self._tickets.discard(found)
            session = secrets.token_urlsafe(32)
            self._sessions.add(session)
            return session

    def holds(self, session: str) -> bool:
        """Says whether a session was opened here."""
        return any(hmac.compare_digest(known.encode(), session.encode()) for known in tuple(self._sessions))

    def form_token(self, session: str) -> str:
        """Gives the token that forms of this session carry."""
        return hmac.new(self._secret, session.encode(), "sha256").hexdigest()

    def accepts(self, session: str, form_token: str) -> bool:
        """Says whether a form was made for this session."""
        return hmac.compare_digest(self.form_token(session).encode(), form_token.encode())
