"""TF-IDF and logistic regression by scikit-learn, on lines of tokens; and the linear head on MiniLM's vectors."""
import json
import sys

import joblib
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

BATCH = 1000
MARK = "__label__"
DIMENSIONS = 384


def labelled(path):
    labels, texts = [], []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            label, _, text = line.rstrip("\n").partition(" ")
            labels.append(label[len(MARK):])
            texts.append(text)
    return labels, texts


def train(lines, model):
    labels, texts = labelled(lines)
    vectors = TfidfVectorizer(
        ngram_range=(1, 2), min_df=2, sublinear_tf=True, lowercase=False, token_pattern=r"\S+"
    )
    classifier = LogisticRegression(C=10, class_weight="balanced", max_iter=1000)
    joblib.dump(make_pipeline(vectors, classifier).fit(texts, labels), model)


def predict(model, lines, roles):
    fitted = joblib.load(model)
    with open(lines, encoding="utf-8", newline="\n") as texts, open(roles, "w", encoding="utf-8") as out:
        batch = []
        for text in texts:
            text = text.rstrip("\n")
            batch.append(text.partition(" ")[2] if text.startswith(MARK) else text)
            if len(batch) == BATCH:
                out.writelines(role + "\n" for role in fitted.predict(batch))
                batch = []
        if batch:
            out.writelines(role + "\n" for role in fitted.predict(batch))


def head(vectors, lines, to):
    """`vectors` in the order of the labelled `lines`."""
    labels, _ = labelled(lines)
    rows = numpy.fromfile(vectors, dtype=">f4").astype("f8").reshape(-1, DIMENSIONS)
    fitted = LogisticRegression(C=10, class_weight="balanced", max_iter=2000).fit(rows, labels[: len(rows)])
    with open(to, "w", encoding="utf-8") as out:
        json.dump(
            {
                "roles": list(fitted.classes_),
                "weights": fitted.coef_.tolist(),
                "bias": fitted.intercept_.tolist(),
            },
            out,
        )


if __name__ == "__main__":
    {"train": train, "predict": predict, "head": head}[sys.argv[1]](*sys.argv[2:])
