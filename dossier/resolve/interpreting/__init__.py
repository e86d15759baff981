"""From judgements to rulings: what they mean in a case, and how the words of articles change with them."""
