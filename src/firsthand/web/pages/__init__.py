"""The pages: each a function of a visit that gives what its template shows. No judgement is made here."""
