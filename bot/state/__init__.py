"""What is kept about servers and channels."""
