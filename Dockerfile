# The service, for a Neo4j that runs elsewhere (docker-compose.yml). It starts without a network: the
# language model and all data are inside. The base is an argument, so that a mirror of it can be named.
ARG BASE=python:3.11.14-slim-bookworm

FROM ${BASE} AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python3 -m venv /opt/tools && /opt/tools/bin/pip install --quiet hatchling==1.28.0 \
 && python3 -m venv --without-pip /opt/counterclaim
COPY deploy/requirements.lock /src/
RUN /opt/tools/bin/pip --python /opt/counterclaim/bin/python install --quiet --no-deps --only-binary :all: --no-compile \
    --require-hashes -r /src/requirements.lock
COPY pyproject.toml README.md LICENSE /src/
COPY graph /src/graph
COPY api /src/api
COPY cypher /src/cypher
COPY ontology /src/ontology
# Compiled here: the service may not write where its modules lie.
RUN /opt/tools/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /src /src \
 && /opt/tools/bin/pip --python /opt/counterclaim/bin/python install --quiet --no-deps --no-compile /src/*.whl \
 && find /opt/counterclaim/lib/python3*/site-packages/scipy /opt/counterclaim/lib/python3*/site-packages/spacy \
    -type d -name tests -prune -exec rm -r {} + \
 && /opt/counterclaim/bin/python -m compileall -q -j 0 /opt/counterclaim/lib

FROM ${BASE}
RUN groupadd --gid 10001 counterclaim \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/counterclaim --shell /usr/sbin/nologin counterclaim \
 && install -d -o 10001 -g 10001 -m 0700 /var/lib/counterclaim
COPY --from=build /opt/counterclaim /opt/counterclaim
ENV PATH=/opt/counterclaim/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8 \
    COUNTERCLAIM_HOME=/var/lib/counterclaim COUNTERCLAIM_LOG_FORMAT=json MPLCONFIGDIR=/tmp/matplotlib
USER 10001:10001
VOLUME /var/lib/counterclaim
EXPOSE 8000
# Whether the process answers; whether the database does is asked at /readyz.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["counterclaim", "serve", "--host", "0.0.0.0", "--port", "8000"]
