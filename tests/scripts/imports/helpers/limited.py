__all__ = ["shown", "also"]
shown = "shown"
also = "also"
unlisted = "unlisted"
_private = "private"
