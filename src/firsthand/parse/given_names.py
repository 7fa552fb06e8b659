"""Given names and titles that tell he from she; kept in `text`, because claims read them too."""

from firsthand.text.given_names import FAMILY_FIRST, TITLES, gender_of

__all__ = ["FAMILY_FIRST", "TITLES", "gender_of"]
