"""k-means by scikit-learn from given centres: kmeans.py POINTS DIMENSIONS START TOLERANCE, both files of doubles.

Prints its version, and the wall seconds, CPU seconds and inertia of one fit.
"""
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
points_file, dimensions, start_file, tolerance = sys.argv[1:5]
points = numpy.fromfile(points_file).reshape(-1, int(dimensions))
start = numpy.fromfile(start_file).reshape(-1, int(dimensions))
model = KMeans(len(start), init=start, n_init=1, algorithm="lloyd", tol=float(tolerance), max_iter=100000)
wall, cpu = time.perf_counter(), time.process_time()
model.fit(points)
print(sklearn.__version__, time.perf_counter() - wall, time.process_time() - cpu, model.inertia_)
