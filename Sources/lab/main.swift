import Harness

print("lab")
