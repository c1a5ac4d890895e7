"""scikit-learn's classifiers beside ours: churn.py TASK WIDTH TRAINING TEST TREES, both files rows of doubles.

The last of the WIDTH doubles of a row is the outcome. TASK quality prints for each model its name and its AUC on the
test rows; TASK speed prints the wall seconds, CPU seconds and AUC of a training of so many histogram trees.
"""
import sys
import time
import warnings

import numpy
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
task, width, training_file, test_file, trees = sys.argv[1:6]
training = numpy.fromfile(training_file).reshape(-1, int(width))
test = numpy.fromfile(test_file).reshape(-1, int(width))
x, y = numpy.ascontiguousarray(training[:, :-1]), training[:, -1]


def auc(model):
    return roc_auc_score(test[:, -1], model.predict_proba(test[:, :-1])[:, 1])


if task == "speed":
    model = HistGradientBoostingClassifier(max_iter=int(trees), early_stopping=False, random_state=1)
    wall, cpu = time.perf_counter(), time.process_time()
    model.fit(x, y)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print("speed", wall, cpu, auc(model))
else:
    models = {
        "logistic": make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)),
        "forest": RandomForestClassifier(100, min_samples_leaf=5, random_state=1),
        "boosted": HistGradientBoostingClassifier(random_state=1),
        "gradient": GradientBoostingClassifier(random_state=1),
    }
    for name, model in models.items():
        print(name, auc(model.fit(x, y)))
