"""Where questions come in and replies go out; nothing here knows how an answer is found."""
