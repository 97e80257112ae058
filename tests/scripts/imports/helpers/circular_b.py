print("b begins")
import helpers.circular_a

print("b sees name in a:", hasattr(helpers.circular_a, "name") if hasattr(helpers, "circular_a") else "not yet")
name = "b"


def ask():
    return helpers.circular_a.name
