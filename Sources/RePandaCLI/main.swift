print("repanda")
